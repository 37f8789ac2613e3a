import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;

/** The peer: Apache Lucene, asked line by line; the requests are those of Worker.cs. */
public final class Bench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static IndexSearcher searcher;
    private static final Map<String, List<Query>> queries = new LinkedHashMap<>();
    private static long sink;

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] parts = line.split("\t");
            switch (parts[0]) {
                case "index":
                    answer(index(Paths.get(parts[1]), Paths.get(parts[2]), parts[3].equals("processor")));
                    break;
                case "open":
                    answer(open(parts[1], parts[2].equals("processor")));
                    break;
                case "queries":
                    read(Paths.get(parts[1]));
                    answer("ok");
                    break;
                case "warm":
                    warm(queries.get(parts[1]), Double.parseDouble(parts[2]), parts[3].equals("processor"));
                    answer("ok");
                    break;
                case "run":
                    answer(run(queries.get(parts[1]), Integer.parseInt(parts[2]), parts[3].equals("processor")));
                    break;
                case "answers":
                    answer(answers(queries.get(parts[1])));
                    break;
                case "pid":
                    answer(ProcessHandle.current().pid());
                    break;
                default:
                    throw new IllegalArgumentException(line);
            }
        }
    }

    private static void answer(Object answer) {
        System.out.println(answer);
        System.out.flush();
    }

    private static long index(Path lines, Path folder, boolean processor) throws Exception {
        long start = now(processor);
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setRAMBufferSizeMB(64);
        config.setUseCompoundFile(false);
        config.setMergeScheduler(new SerialMergeScheduler());
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config);
                BufferedReader in = Files.newBufferedReader(lines)) {
            int id = 0;
            for (String line; (line = in.readLine()) != null; id++) {
                Document document = new Document();
                document.add(new StringField("id", Integer.toString(id), Field.Store.YES));
                document.add(new TextField("body", line, Field.Store.NO));
                document.add(new StoredField("text", line));
                writer.addDocument(document);
            }
            writer.commit();
        }
        return now(processor) - start;
    }

    private static long open(String folder, boolean processor) throws Exception {
        long start = now(processor);
        searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(Paths.get(folder))));
        return now(processor) - start;
    }

    private static void read(Path file) throws Exception {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t");
            queries.computeIfAbsent(parts[0], kind -> new ArrayList<>()).add(query(parts));
        }
    }

    private static Query query(String[] parts) {
        switch (parts[0]) {
            case "term":
                return new TermQuery(new Term("body", parts[1]));
            case "and2":
                return all(parts, BooleanClause.Occur.MUST);
            case "or2":
            case "or10":
                return all(parts, BooleanClause.Occur.SHOULD);
            case "phrase":
                return new PhraseQuery("body", parts[1], parts[2]);
            case "prefix":
                return new PrefixQuery(new Term("body", parts[1]));
            case "synonyms": {
                BooleanQuery.Builder groups = new BooleanQuery.Builder();
                for (int i = 1; i < parts.length; i += 3) {
                    groups.add(
                        new SynonymQuery.Builder("body")
                            .addTerm(new Term("body", parts[i]), 1f)
                            .addTerm(new Term("body", parts[i + 1]), 0.8f)
                            .addTerm(new Term("body", parts[i + 2]), 0.5f)
                            .build(),
                        BooleanClause.Occur.SHOULD);
                }
                return groups.build();
            }
            case "fuzzy1":
                return new FuzzyQuery(new Term("body", parts[1]), 1);
            default:
                throw new IllegalArgumentException(parts[0]);
        }
    }

    private static Query all(String[] parts, BooleanClause.Occur occur) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (int i = 1; i < parts.length; i++) builder.add(new TermQuery(new Term("body", parts[i])), occur);
        return builder.build();
    }

    private static void warm(List<Query> kind, double seconds, boolean processor) throws Exception {
        long end = now(processor) + (long) (seconds * 1e9);
        while (now(processor) < end) {
            for (Query query : kind) sink += searcher.search(query, 10).scoreDocs.length;
        }
    }

    private static long now(boolean processor) {
        return processor ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static String run(List<Query> kind, int rounds, boolean processor) throws Exception {
        StringBuilder answer = new StringBuilder();
        for (int round = 0; round < rounds; round++) {
            for (Query query : kind) {
                long start = now(processor);
                sink += searcher.search(query, 10).scoreDocs.length;
                answer.append(now(processor) - start).append(' ');
            }
        }
        return answer.toString();
    }

    private static String answers(List<Query> kind) throws Exception {
        StringBuilder answer = new StringBuilder();
        for (Query query : kind) {
            TopDocs top = searcher.search(query, 10);
            for (ScoreDoc hit : top.scoreDocs) answer.append(hit.doc).append(':').append(hit.score).append(' ');
            answer.append('\t');
        }
        return answer.toString();
    }
}
