import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The peer: Apache Lucene's Russian analyzer without stop words. Each line read is one pass over the text; answers "tokens nanoseconds". */
public final class AnalysisBench {
    public static void main(String[] args) throws Exception {
        List<String> lines = Files.readAllLines(Paths.get(args[0]), StandardCharsets.UTF_8);
        Analyzer analyzer = new RussianAnalyzer(CharArraySet.EMPTY_SET);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            long start = threads.getCurrentThreadCpuTime();
            long tokens = 0;
            long letters = 0;
            for (String line : lines) {
                try (TokenStream stream = analyzer.tokenStream("text", line)) {
                    CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                    stream.reset();
                    while (stream.incrementToken()) {
                        tokens++;
                        letters += term.length();
                    }
                    stream.end();
                }
            }
            System.out.println(tokens + " " + (threads.getCurrentThreadCpuTime() - start) + " " + letters);
        }
    }
}
