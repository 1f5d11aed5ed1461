package city.onewindow.catalog.search;

import city.onewindow.catalog.Synonym;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The texts of one edition, indexed in memory: each field once by words (smartcn) and once by pairs of characters, since
 * the word breaker doesn't know every official term (居住证签注).
 */
final class SearchIndex {

    private static final String WORDS = ".words";
    private static final String PAIRS = ".pairs";
    private static final String SOUNDS = ".sounds";
    private static final String MARK = "mark";
    /** Of each kind so many are looked at: nobody reads on so far, and what mentions a common word is everything there is. */
    private static final int MOST = 200;
    /** What is found by what it sounds like. */
    private static final List<String> HEARD = List.of("name", "results");
    /** How much a find in a field says. */
    private static final Map<String, Float> FIELDS =
            Map.of("name", 4f, "results", 2f, "items", 1.5f, "materials", 0.6f, "authorities", 1f);
    /** An errand of many items isn't worth less for each: length counts for little. */
    private static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.1f);
    /** What part of a text's words must be found together; if nothing is, a part of them will do. */
    private static final double ENOUGH = 0.6;

    private static final double BETTER_THAN_NOTHING = 0.3;
    /** What scores less than this part of the best of its kind is noise. */
    private static final float WORTH_SHOWING = 0.3f;

    private final List<SearchText> texts;
    private final Analyzer analyzer;
    private final QueryBuilder builder;
    private final IndexSearcher searcher;

    SearchIndex(List<SearchText> texts) {
        this.texts = texts;
        Map<String, Analyzer> byField = new HashMap<>();
        Analyzer words = new SmartChineseAnalyzer();
        FIELDS.keySet().forEach(field -> byField.put(field + WORDS, words));
        analyzer = new PerFieldAnalyzerWrapper(new CJKAnalyzer(), byField);
        builder = new QueryBuilder(analyzer);
        searcher = index();
    }

    private IndexSearcher index() {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig settings = new IndexWriterConfig(analyzer).setSimilarity(SIMILARITY);
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (SearchText text : texts) {
                writer.addDocument(document(text));
            }
            writer.forceMerge(1);
            writer.commit();
            IndexSearcher opened = new IndexSearcher(DirectoryReader.open(directory));
            opened.setSimilarity(SIMILARITY);
            return opened;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Document document(SearchText text) {
        Document document = new Document();
        add(document, "name", List.of(text.name(), text.english()));
        add(document, "results", text.results());
        add(document, "items", text.items());
        add(document, "materials", text.materials());
        add(document, "authorities", text.authorities());
        document.add(new StringField(MARK, text.kind().name(), Field.Store.NO));
        text.marks().forEach(mark -> document.add(new StringField(MARK, mark, Field.Store.NO)));
        document.add(new TextField("name" + SOUNDS, new Syllables(text.pinyin())));
        for (String result : text.results()) {
            document.add(new TextField("results" + SOUNDS, new Syllables(new PinyinName(result))));
        }
        return document;
    }

    private static void add(Document document, String field, List<String> values) {
        for (String value : values) {
            document.add(new TextField(field + WORDS, value, Field.Store.NO));
            document.add(new TextField(field + PAIRS, value, Field.Store.NO));
        }
    }

    /**
     * What there is, and what of it a filter lets through: one-things before items, each kind by how well it fits. What is
     * noise beside the best of all is noise, whatever the filter leaves.
     */
    record Finds(List<SearchText> all, List<SearchText> kept) {

        static final Finds NONE = new Finds(List.of(), List.of());

        boolean isNothing() {
            return all.isEmpty();
        }
    }

    Finds find(Sought sought, SearchFilter filter) {
        return find(query(sought, ENOUGH), filter);
    }

    /** The same, where that finds nothing: a part of the words will do. */
    Finds findLoosely(Sought sought, SearchFilter filter) {
        return find(query(sought, BETTER_THAN_NOTHING), filter);
    }

    /**
     * What has the sound of all that was typed, for whoever took the wrong character.
     *
     * @param least nothing is found if fewer characters were typed: too few to tell
     */
    Finds findBySound(PinyinName typed, int least, SearchFilter filter) {
        List<List<String>> syllables = typed.syllables();
        if (syllables.size() < least) {
            return Finds.NONE;
        }
        List<Query> places =
                HEARD.stream().map(field -> sounding(field + SOUNDS, syllables)).toList();
        return find(new DisjunctionMaxQuery(places, 0), filter);
    }

    private static Query sounding(String field, List<List<String>> syllables) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        syllables.forEach(readings -> phrase.add(
                readings.stream().map(reading -> new Term(field, reading)).toArray(Term[]::new)));
        return phrase.build();
    }

    private Finds find(Query query, SearchFilter filter) {
        List<SearchText> all = new ArrayList<>();
        List<SearchText> kept = new ArrayList<>();
        for (SearchHit.Kind kind : SearchHit.Kind.values()) {
            Query any = bearing(query, Set.of(kind.name()));
            ScoreDoc[] best = hits(any);
            List<SearchText> worth = worthShowing(best, best);
            all.addAll(worth);
            // Where nothing was cut off, what the filter leaves is among it.
            boolean isCutOff = best.length == MOST && !filter.isNone();
            kept.addAll(isCutOff ? worthShowing(hits(bearing(any, filter.marks())), best) : filter.of(worth));
        }
        return new Finds(all, kept);
    }

    private List<SearchText> worthShowing(ScoreDoc[] hits, ScoreDoc[] best) {
        return Arrays.stream(hits)
                .filter(hit -> hit.score >= best[0].score * WORTH_SHOWING)
                // One segment, written in the order of the texts: the document's number is the text's.
                .map(hit -> texts.get(hit.doc))
                .toList();
    }

    private static Query bearing(Query query, Set<String> marks) {
        BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
        marks.forEach(mark -> narrowed.add(new TermQuery(new Term(MARK, mark)), Occur.FILTER));
        return narrowed.build();
    }

    private ScoreDoc[] hits(Query query) {
        try {
            return searcher.search(query, MOST).scoreDocs;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private Query query(Sought sought, double part) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : sought.words()) {
            any.add(anywhere(word, part), Occur.SHOULD);
        }
        for (Synonym synonym : sought.synonyms()) {
            for (String meaning : synonym.meanings()) {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                for (String word : meaning.split(" ")) {
                    all.add(anywhere(word, part), Occur.MUST);
                }
                any.add(all.build(), Occur.SHOULD);
            }
        }
        return any.build();
    }

    /** The best of the fields counts, the others a little. */
    private Query anywhere(String text, double part) {
        List<Query> places = new ArrayList<>();
        FIELDS.forEach((field, weight) -> {
            for (String way : List.of(WORDS, PAIRS)) {
                Query query = builder.createBooleanQuery(field + way, text);
                if (query != null && !isTornApart(text, query)) {
                    places.add(new BoostQuery(atLeast(query, part), weight));
                }
            }
        });
        return new DisjunctionMaxQuery(places, 0.2f);
    }

    /** Half of a word of two characters is another word: 保 of 低保 is in every insurance. */
    private static boolean isTornApart(String text, Query query) {
        return text.length() == 2 && query instanceof BooleanQuery;
    }

    private static Query atLeast(Query query, double part) {
        if (!(query instanceof BooleanQuery words)) {
            return query;
        }
        int least = (int) Math.ceil(part * words.clauses().size());
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        words.clauses().stream()
                .filter(clause -> least > 1 || !saysNothing(clause.getQuery()))
                .forEach(some::add);
        return some.setMinimumNumberShouldMatch(least).build();
    }

    /** 开 of 开网吧 is in every shop, and a find by that alone is none. */
    private static boolean saysNothing(Query query) {
        return query instanceof TermQuery word && "开办".contains(word.getTerm().text());
    }
}
