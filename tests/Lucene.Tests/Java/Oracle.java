import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Apache Lucene behind a pipe: one request a line, fields apart by a tab, one answer a line.
 *
 * check PATH                    -> "clean" or "broken MESSAGE"
 * open PATH                     -> "ok MAXDOC NUMDOCS LEAVES"
 * search TOPN THRESHOLD QUERY   -> "TOTAL =|+ DOC:SCORE ..." (query form: see Queries)
 * sort TOPN FIELD KIND DIRECTION QUERY -> "TOTAL = DOC ..."
 * stored DOC                    -> "NAME=VALUE ..." fields apart by a tab
 * write PATH MAXBUFFERED COMPOUND -> "ok", and then the lines of Documents until "close"
 */
public final class Oracle {
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
        DirectoryReader reader = null;
        IndexSearcher searcher = null;
        for (String line; (line = in.readLine()) != null; ) {
            String[] parts = line.split("\t", -1);
            try {
                switch (parts[0]) {
                    case "check":
                        out.println(check(parts[1]));
                        break;
                    case "open":
                        if (reader != null) reader.close();
                        reader = DirectoryReader.open(new MMapDirectory(Paths.get(parts[1])));
                        searcher = new IndexSearcher(reader);
                        searcher.setQueryCache(null);
                        out.println("ok\t" + reader.maxDoc() + "\t" + reader.numDocs() + "\t" + reader.leaves().size());
                        break;
                    case "close":
                        if (reader != null) reader.close();
                        reader = null;
                        out.println("ok");
                        break;
                    case "search":
                        out.println(search(searcher, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Queries.parse(parts, 3)));
                        break;
                    case "sort":
                        out.println(sort(searcher, parts));
                        break;
                    case "stored":
                        StringBuilder stored = new StringBuilder();
                        for (IndexableField field : reader.document(Integer.parseInt(parts[1]))) {
                            if (stored.length() > 0) stored.append('\t');
                            stored.append(field.name()).append('=');
                            stored.append(field.binaryValue() != null ? field.binaryValue().toString() : field.stringValue());
                        }
                        out.println(stored);
                        break;
                    case "write":
                        out.println(Documents.write(parts, in));
                        break;
                    default:
                        out.println("error\tunknown request " + parts[0]);
                        break;
                }
            } catch (Throwable e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                out.println("error\t" + trace.toString().replace('\n', '|').replace('\t', ' '));
            }
            out.flush();
        }
    }

    private static String check(String path) throws Exception {
        java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream();
        try (Directory directory = FSDirectory.open(Paths.get(path)); CheckIndex check = new CheckIndex(directory)) {
            check.setInfoStream(new java.io.PrintStream(text, false, "UTF-8"), true);
            CheckIndex.Status status = check.checkIndex();
            return status.clean ? "clean" : "broken\t" + text.toString("UTF-8").replace('\n', '|').replace('\t', ' ');
        }
    }

    private static String search(IndexSearcher searcher, int topN, int threshold, Query query) throws Exception {
        TopScoreDocCollector collector = TopScoreDocCollector.create(topN, threshold);
        searcher.search(query, collector);
        TopDocs top = collector.topDocs();
        StringBuilder answer = new StringBuilder();
        answer.append(top.totalHits.value).append('\t');
        answer.append(top.totalHits.relation == org.apache.lucene.search.TotalHits.Relation.EQUAL_TO ? '=' : '+');
        for (ScoreDoc hit : top.scoreDocs) {
            answer.append('\t').append(hit.doc).append(':').append(hit.score);
        }
        return answer.toString();
    }

    private static String sort(IndexSearcher searcher, String[] parts) throws Exception {
        SortField.Type type = parts[3].equals("string") ? SortField.Type.STRING : SortField.Type.LONG;
        SortField field =
            new SortField(parts[2], type, parts[4].equals("descending"));
        // Documents without a value come last, whichever way the others go.
        if (type == SortField.Type.LONG) {
            field.setMissingValue(field.getReverse() ? Long.MIN_VALUE : Long.MAX_VALUE);
        } else {
            field.setMissingValue(field.getReverse()
                ? SortField.STRING_FIRST : SortField.STRING_LAST);
        }
        TopDocs top = searcher.search(Queries.parse(parts, 5), Integer.parseInt(parts[1]), new Sort(field));
        StringBuilder answer = new StringBuilder();
        answer.append(top.totalHits.value).append('\t');
        answer.append(top.totalHits.relation == org.apache.lucene.search.TotalHits.Relation.EQUAL_TO ? '=' : '+');
        for (ScoreDoc hit : top.scoreDocs) {
            answer.append('\t').append(hit.doc);
        }
        return answer.toString();
    }
}
