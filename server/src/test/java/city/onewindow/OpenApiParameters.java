package city.onewindow;

import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parameters that many calls share must be. */
final class OpenApiParameters {

    private OpenApiParameters() {}

    static void describe(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(calls -> calls.readOperations().stream())
                .flatMap(call -> Stream.ofNullable(call.getParameters()))
                .flatMap(parameters -> parameters.stream())
                .forEach(OpenApiParameters::describe);
    }

    private static void describe(Parameter parameter) {
        // A parameter is left out; there is no way to send null.
        Schema<?> schema = parameter.getSchema();
        Set<String> types = schema.getTypes();
        if (types != null) {
            schema.setTypes(types.stream().filter(type -> !type.equals("null")).collect(Collectors.toSet()));
        }
        switch (parameter.getName()) {
            case IdempotencyKey.HEADER -> {
                parameter.setDescription(
                        "Chosen by the caller, such as a UUID: a new one for each new submission, the same"
                                + " one when it is sent again. Visible ASCII characters.");
                parameter.getSchema().minLength(8).maxLength(64).pattern("^[!-~]+$");
            }
            case "Query-Code" ->
                parameter.setDescription(
                        "Of the application, as its beginning answered it. Capitals and blanks don't matter.");
            case "size" -> {
                parameter.setDescription("How many a page has at most.");
                // A schema of its own: all numbers that may be left out share one.
                parameter.setSchema(new IntegerSchema()
                        .format("int32")
                        ._default(Slice.DEFAULT_SIZE)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Slice.LARGEST_SIZE)));
            }
            case "after" -> parameter.setDescription("The next of the page before; nothing for the first page.");
            case "edition" ->
                parameter.setDescription("Reads an older edition of the content; without it the current one.");
            case "saves" ->
                parameter.setDescription("How often it had been saved when it was read; 409 if it was saved since.");
            case "awaited" -> parameter.setDescription("Only cases that still wait for a material that was deferred.");
            default -> {}
        }
    }
}
