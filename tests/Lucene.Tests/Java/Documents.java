import java.io.BufferedReader;
import java.nio.file.Paths;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes an index from lines: "add (NAME KIND VALUE)...", "update FIELD TERM (NAME KIND VALUE)...", "delete FIELD TERM",
 * "commit", "merge SEGMENTS", "close". Kinds: text (positions and norms), freqs (frequencies and norms, tokens by white
 * space as in text), id (one term, no norms, stored), stored, long, sorted, binary (doc values).
 */
final class Documents {
    private static final FieldType FREQS = new FieldType();

    static {
        FREQS.setTokenized(true);
        FREQS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        FREQS.freeze();
    }

    static String write(String[] request, BufferedReader in) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setMaxBufferedDocs(Integer.parseInt(request[2]));
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        config.setUseCompoundFile(request[3].equals("true"));
        config.setCommitOnClose(true);
        String failure = null;
        try (Directory directory = FSDirectory.open(Paths.get(request[1]))) {
            IndexWriter writer = new IndexWriter(directory, config);
            for (String line; (line = in.readLine()) != null && !line.equals("close"); ) {
                if (failure != null) continue;
                try {
                    apply(writer, line.split("\t", -1));
                } catch (Exception e) {
                    failure = e.toString();
                }
            }
            writer.close();
        }
        return failure == null ? "ok" : "error\t" + failure;
    }

    private static void apply(IndexWriter writer, String[] parts) throws Exception {
        switch (parts[0]) {
            case "add":
                writer.addDocument(document(parts, 1));
                break;
            case "update":
                writer.updateDocument(new Term(parts[1], parts[2]), document(parts, 3));
                break;
            case "delete":
                writer.deleteDocuments(new Term(parts[1], parts[2]));
                break;
            case "commit":
                writer.commit();
                break;
            case "merge":
                writer.getConfig().setMergePolicy(new TieredMergePolicy());
                writer.forceMerge(Integer.parseInt(parts[1]));
                writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
                break;
            default:
                throw new IllegalArgumentException("unknown line " + parts[0]);
        }
    }

    private static Document document(String[] parts, int from) {
        Document document = new Document();
        for (int i = from; i + 2 < parts.length; i += 3) {
            String name = parts[i];
            String value = parts[i + 2];
            switch (parts[i + 1]) {
                case "text":
                    document.add(new org.apache.lucene.document.TextField(name, value, Field.Store.NO));
                    break;
                case "freqs":
                    document.add(new Field(name, value, FREQS));
                    break;
                case "id":
                    document.add(new StringField(name, value, Field.Store.YES));
                    break;
                case "stored":
                    document.add(new StoredField(name, value));
                    break;
                case "long":
                    document.add(new NumericDocValuesField(name, Long.parseLong(value)));
                    break;
                case "sorted":
                    document.add(new SortedDocValuesField(name, new BytesRef(value)));
                    break;
                case "binary":
                    document.add(new BinaryDocValuesField(name, new BytesRef(value)));
                    break;
                default:
                    throw new IllegalArgumentException("unknown kind " + parts[i + 1]);
            }
        }
        return document;
    }
}
