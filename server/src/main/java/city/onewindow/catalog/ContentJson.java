package city.onewindow.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Content records as JSON and back. The JSON is canonical, equal records give equal text: components in one
 * order, a condition as the text that reads back to it.
 */
final class ContentJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultVisibility(checker -> checker.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY)
                    .withCreatorVisibility(Visibility.ANY))
            .addModule(new SimpleModule()
                    .addSerializer(Expression.class, new ExpressionWriter())
                    .addDeserializer(Expression.class, new ExpressionReader()))
            .addMixIn(Item.class, LeanItem.class)
            .addMixIn(Situations.class, LeanSituations.class)
            .addMixIn(OneThing.class, LeanOneThing.class)
            .addMixIn(Material.class, LeanMaterial.class)
            .addMixIn(Particulars.class, LeanParticulars.class)
            .addMixIn(Department.class, LeanDepartment.class)
            .addMixIn(Synonym.class, LeanSynonym.class)
            .build();

    private ContentJson() {}

    static String write(Object record) {
        return MAPPER.writeValueAsString(record);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static final class ExpressionWriter extends StdSerializer<Expression> {
        ExpressionWriter() {
            super(Expression.class);
        }

        @Override
        public void serialize(Expression expression, JsonGenerator out, SerializationContext context) {
            out.writeString(expression.text());
        }
    }

    private static final class ExpressionReader extends StdDeserializer<Expression> {
        ExpressionReader() {
            super(Expression.class);
        }

        @Override
        public Expression deserialize(JsonParser in, DeserializationContext context) {
            return Expression.kept(in.getString());
        }
    }

    /** What nobody has said is left out, so that content from before it could be said keeps its digest. */
    private abstract static class LeanItem {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoParticulars.class)
        @Nullable
        Particulars particulars;

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoSituations.class)
        @Nullable
        Situations situations;
    }

    private abstract static class LeanSituations {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Declaration declaration;
    }

    private abstract static class LeanMaterial {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        Map<FormPaper, OwnForm> forms;
    }

    private abstract static class LeanDepartment {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        String creditCode;
    }

    private abstract static class LeanSynonym {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        String elsewhere;
    }

    private abstract static class LeanParticulars {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UsualChain.class)
        @Nullable
        Chain chain;

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UsualExtension.class)
        @Nullable
        Extension extension;

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        TechnicalCheck technicalCheck;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        String outsideReason;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        String resultSample;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        List<String> remedies;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        List<String> commonQuestions;
    }

    private abstract static class LeanOneThing {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Offered.class)
        @Nullable
        Status status;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        List<SituationExample> examples;
    }

    /** Equal to what is left out, as Jackson asks of a filter. */
    private static final class UsualChain {
        @Override
        public boolean equals(@Nullable Object other) {
            return other == Chain.TWO;
        }

        @Override
        public int hashCode() {
            return Chain.TWO.hashCode();
        }
    }

    private static final class UsualExtension {
        @Override
        public boolean equals(@Nullable Object other) {
            return Extension.USUAL.equals(other);
        }

        @Override
        public int hashCode() {
            return Extension.USUAL.hashCode();
        }
    }

    /** The same of an item of which nothing is known beside its terms. */
    private static final class NoParticulars {
        @Override
        public boolean equals(@Nullable Object other) {
            return Particulars.NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return Particulars.NONE.hashCode();
        }
    }

    private static final class NoSituations {
        @Override
        public boolean equals(@Nullable Object other) {
            return Situations.NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return Situations.NONE.hashCode();
        }
    }

    private static final class Offered {
        @Override
        public boolean equals(@Nullable Object other) {
            return other == Status.OFFERED;
        }

        @Override
        public int hashCode() {
            return Status.OFFERED.hashCode();
        }
    }
}
