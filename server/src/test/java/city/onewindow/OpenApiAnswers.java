package city.onewindow;

import city.onewindow.catalog.FormPaper;
import city.onewindow.kernel.FileType;
import city.onewindow.material.Files;
import city.onewindow.notice.Format;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The answers that Springdoc can't read from a controller: files, and what is told when a call fails. */
final class OpenApiAnswers {

    private static final String PROBLEM = "Problem";
    private static final String FILE = "/files/{id}";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** By status: the name and the meaning of each problem. */
    private static final Map<String, List<String>> PROBLEMS = new TreeMap<>(Map.of(
            "400",
                    List.of(
                            "BadRequest",
                            "The call can't be read: a parameter, a header or the body is missing or malformed."),
            "401", List.of("Unauthorized", "No account, or a wrong name or password."),
            "403", List.of("NotAllowed", "The account may not do this, or the address has tried or sent too much."),
            "404", List.of("NotFound", "There is no such thing, or none that this account may see."),
            "409",
                    List.of(
                            "Conflict",
                            "Somebody else was faster, the state doesn't allow it, or the key was used for another call."),
            "413", List.of("TooLarge", "The file is too large."),
            "422", List.of("InvalidInput", "Something handed in is wrong; errors says what, where and what to do.")));

    private OpenApiAnswers() {}

    static void describe(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, problem());
        PROBLEMS.forEach((status, problem) -> document.getComponents()
                .addResponses(
                        problem.get(0),
                        new ApiResponse()
                                .description(problem.get(1))
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new Schema<>().$ref(PROBLEM))))));
        document.getPaths()
                .forEach((path, calls) -> calls.readOperationsMap().forEach((method, call) -> {
                    PROBLEMS.forEach((status, problem) -> {
                        if (mayAnswer(status, path, method, call)) {
                            call.getResponses().addApiResponse(status, new ApiResponse().$ref(problem.get(0)));
                        }
                    });
                    if (path.endsWith(FILE)) {
                        answerFiles(call, Files.RULES.types().stream().sorted().map(FileType::mediaType));
                    } else if (path.endsWith("/forms/{digest}")) {
                        answerFiles(
                                call,
                                FormPaper.EXAMPLE.rules().types().stream()
                                        .sorted()
                                        .map(FileType::mediaType));
                    } else if (path.endsWith("/pdf")) {
                        answerFiles(call, Stream.of(FileType.PDF.mediaType()));
                    } else if (path.endsWith("/ofd")) {
                        answerFiles(call, Stream.of(Format.OFD.mediaType()));
                    } else if (path.endsWith("/annotated") || path.endsWith("/merged")) {
                        answerFiles(call, Stream.of(WORKBOOK));
                    }
                }));
    }

    private static boolean mayAnswer(String status, String path, HttpMethod method, Operation call) {
        boolean takes = call.getParameters() != null || call.getRequestBody() != null;
        boolean open = call.getSecurity() != null && call.getSecurity().isEmpty();
        boolean online = path.startsWith("/api/online");
        return switch (status) {
            case "400" -> takes;
            case "401" -> !open;
            case "403" -> !open || online || path.equals("/api/track");
            case "404" ->
                path.contains("{")
                        || path.equals("/api/track")
                        || path.equals("/api/annexes") && method == HttpMethod.POST;
            case "409" -> method != HttpMethod.GET && (!open || online || path.equals("/api/documents/check"));
            case "413" ->
                call.getRequestBody() != null
                        && call.getRequestBody().getContent().containsKey("multipart/form-data");
            default -> takes && (method != HttpMethod.GET || !path.contains("{"));
        };
    }

    private static void answerFiles(Operation call, Stream<String> types) {
        Content content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType().schema(new StringSchema().format("binary"))));
        call.getResponses()
                .addApiResponse("200", new ApiResponse().description("OK").content(content));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().description("urn:onewindow:problem: and the status"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What is wrong and what to do"))
                .addProperty("instance", new StringSchema().description("The path that was called"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("pointer", new StringSchema().description("Where"))
                                        .addProperty(
                                                "message",
                                                new StringSchema().description("What is wrong and what to do"))
                                        .required(List.of("pointer", "message"))))
                .addProperty(
                        "number", new StringSchema().description("Of a failure of the server: finds it in the log"))
                .required(List.of("type", "title", "status", "detail", "instance", "errors"));
    }
}
