import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Reads a query written in prefix form, one part after the other; "-" stands for an open end.
 *
 * all
 * term FIELD TERM | prefix FIELD TERM | wildcard FIELD PATTERN
 * fuzzy FIELD TERM EDITS PREFIX EXPANSIONS TRANSPOSITIONS
 * range FIELD LOWER UPPER INCLUDELOWER INCLUDEUPPER
 * numbers FIELD LOW HIGH | numberset FIELD COUNT NUMBER...
 * strings FIELD LOWER UPPER INCLUDELOWER INCLUDEUPPER | stringset FIELD COUNT VALUE...
 * phrase FIELD SLOP COUNT (POSITION TERM)...
 * synonym FIELD COUNT (TERM BOOST)...
 * constant QUERY | boost BOOST QUERY
 * max TIE COUNT QUERY...
 * bool MINIMUMSHOULDMATCH COUNT (MUST|SHOULD|FILTER|MUST_NOT QUERY)...
 */
final class Queries {
    private final String[] parts;
    private int at;

    private Queries(String[] parts, int at) {
        this.parts = parts;
        this.at = at;
    }

    static Query parse(String[] parts, int at) {
        Queries queries = new Queries(parts, at);
        Query query = queries.query();
        if (queries.at != parts.length) throw new IllegalArgumentException("parts left after the query");
        return query;
    }

    private String text() {
        return parts[at++];
    }

    private int number() {
        return Integer.parseInt(parts[at++]);
    }

    private BytesRef bytes() {
        String text = text();
        return text.equals("-") ? null : new BytesRef(text);
    }

    private Query query() {
        switch (text()) {
            case "all":
                return new MatchAllDocsQuery();
            case "term":
                return new TermQuery(new Term(text(), text()));
            case "prefix":
                return new PrefixQuery(new Term(text(), text()));
            case "wildcard":
                return new WildcardQuery(new Term(text(), text()));
            case "fuzzy":
                return new FuzzyQuery(new Term(text(), text()), number(), number(), number(), text().equals("true"));
            case "range":
                return new TermRangeQuery(text(), bytes(), bytes(), text().equals("true"), text().equals("true"));
            case "numbers":
                return NumericDocValuesField.newSlowRangeQuery(text(), Long.parseLong(text()), Long.parseLong(text()));
            case "numberset": {
                String field = text();
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                for (int left = number(); left > 0; left--) {
                    any.add(NumericDocValuesField.newSlowExactQuery(field, Long.parseLong(text())), BooleanClause.Occur.SHOULD);
                }
                return new ConstantScoreQuery(any.build());
            }
            case "strings":
                return SortedDocValuesField.newSlowRangeQuery(text(), bytes(), bytes(), text().equals("true"), text().equals("true"));
            case "stringset": {
                String field = text();
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                for (int left = number(); left > 0; left--) {
                    any.add(SortedDocValuesField.newSlowExactQuery(field, new BytesRef(text())), BooleanClause.Occur.SHOULD);
                }
                return new ConstantScoreQuery(any.build());
            }
            case "phrase": {
                String field = text();
                PhraseQuery.Builder phrase = new PhraseQuery.Builder();
                phrase.setSlop(number());
                for (int left = number(); left > 0; left--) {
                    int position = number();
                    phrase.add(new Term(field, text()), position);
                }
                return phrase.build();
            }
            case "synonym": {
                String field = text();
                SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
                for (int left = number(); left > 0; left--) {
                    Term term = new Term(field, text());
                    synonyms.addTerm(term, Float.parseFloat(text()));
                }
                return synonyms.build();
            }
            case "constant":
                return new ConstantScoreQuery(query());
            case "boost": {
                float boost = Float.parseFloat(text());
                return new BoostQuery(query(), boost);
            }
            case "max": {
                float tie = Float.parseFloat(text());
                List<Query> queries = new ArrayList<>();
                for (int left = number(); left > 0; left--) queries.add(query());
                return new DisjunctionMaxQuery(queries, tie);
            }
            case "bool": {
                BooleanQuery.Builder bool = new BooleanQuery.Builder();
                bool.setMinimumNumberShouldMatch(number());
                for (int left = number(); left > 0; left--) {
                    BooleanClause.Occur occur = BooleanClause.Occur.valueOf(text());
                    bool.add(query(), occur);
                }
                return bool.build();
            }
            default:
                throw new IllegalArgumentException("unknown query " + parts[at - 1]);
        }
    }
}
