package city.onewindow;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.OneThing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One application for a one-thing, walked through the API as far as a test wants it. */
final class ErrandWalk {

    private final ApiClient api;
    private final Catalog catalog;
    private final OneThing thing;
    private final Map<String, String> answers;
    private final String number;

    /** Begins it at the one-thing's window. */
    ErrandWalk(int port, Catalog catalog, OneThing thing, Map<String, String> answers) {
        this.api = new ApiClient(port);
        this.catalog = catalog;
        this.thing = thing;
        this.answers = answers;
        this.number = api.post(
                        clerk(),
                        "/api/applications",
                        Map.of("oneThing", thing.code(), "answers", answers, "applicant", applicant()))
                .get("number")
                .asString();
    }

    ApiClient api() {
        return api;
    }

    String number() {
        return number;
    }

    String clerk() {
        return "clerk-" + thing.window();
    }

    String path() {
        return "/api/applications/" + number;
    }

    /**
     * Fills the example form in and sees every material.
     *
     * @param values that the form shall have instead of the example's
     * @return the application as it is then
     */
    JsonNode filled(Map<String, String> values) {
        Merge merge = Merge.of(catalog, Errand.of(catalog, thing, answers, values));
        FormValues example = new ExampleForm(catalog, merge).values();
        api.patch(
                clerk(),
                path() + "/form",
                example.with(values, Map.of())
                        .with(photos(merge, example), Map.of())
                        .toJson());
        for (JsonNode material : api.get(clerk(), path()).get("asks").get("materials")) {
            api.put(
                    clerk(),
                    path() + "/materials/"
                            + ApiClient.encoded(material.get("key").asString()),
                    Map.of("way", "SEEN", "pointsMet", points(material)));
        }
        return api.get(clerk(), path());
    }

    /** Has the window's lead department waive whatever is missing of the project's earlier stages. */
    void letIn(String project) {
        String lead = "lead-" + catalog.window(thing.window()).orElseThrow().leadDepartment();
        List<String> missing = missing(lead, project);
        if (!missing.isEmpty()) {
            api.post(
                    lead,
                    "/api/projects/" + project + "/allowances",
                    Map.of(
                            "stage", thing.code(),
                            "items", missing,
                            "kind", "WAIVER",
                            "reason", "系统启用前已经取得。",
                            "ground", "洛政会纪〔2024〕3号"));
        }
    }

    /** Codes of what is missing for this stage, as somebody sees it. */
    List<String> missing(String account, String project) {
        List<String> missing = new ArrayList<>();
        for (JsonNode stage : api.get(account, "/api/projects/" + project).get("stages")) {
            if (stage.get("code").asString().equals(thing.code())) {
                stage.get("missing").forEach(one -> missing.add(one.get("item").asString()));
            }
        }
        return missing;
    }

    /** Each department's own system walks what is open until nothing waits any more. */
    List<String> decideAll(JsonNode begun) {
        List<String> done = new ArrayList<>();
        List<JsonNode> open = new ArrayList<>();
        begun.get("asks").get("items").forEach(open::add);
        while (!open.isEmpty()) {
            JsonNode next = open.stream()
                    .filter(item -> {
                        List<String> after = new ArrayList<>();
                        item.get("after").forEach(code -> after.add(code.asString()));
                        return done.containsAll(after);
                    })
                    .findFirst()
                    .orElseThrow();
            String code = next.get("code").asString();
            String system = next.get("department").asString() + "-system";
            String matter = "/api/matters/" + number() + "/" + code;
            Map<String, Object> proposal = Map.of("recommendation", "GRANT", "opinion", "材料属实");
            if (step(system, matter).equals("REVIEW")) {
                api.post(system, matter + "/review", proposal);
            }
            if (step(system, matter).equals("EXAMINE")) {
                api.post(system, matter + "/examine", proposal);
            }
            api.post(system, matter + "/grant", Map.of("opinion", "同意"));
            api.post(system, matter + "/certify", Map.of("certificateNumber", "示例字第" + code + "号"));
            done.add(code);
            open.remove(next);
        }
        return done;
    }

    /** Not every item has the same chain. */
    private String step(String system, String matter) {
        return api.get(system, matter).get("matter").get("step").asString();
    }

    /** Where the example names a file, one that is handed in. */
    private Map<String, String> photos(Merge merge, FormValues example) {
        Map<String, String> photos = new LinkedHashMap<>();
        merge.fields().stream()
                .map(MergedField::element)
                .filter(element -> element.type() == FieldType.FILE_REF && example.has(element.code()))
                .forEach(element -> photos.put(
                        element.code(), api.upload(clerk(), path() + "/files", "photo.png", BlankImage.png(400, 500))));
        return photos;
    }

    private static Map<String, String> applicant() {
        return Map.of(
                "kind", "PERSON",
                "name", "张示例",
                "idType", "ID_CARD",
                "idNumber", "410311199001010001",
                "phone", "13800000000");
    }

    private static List<Integer> points(JsonNode material) {
        return IntStream.range(0, material.get("reviewPoints").size()).boxed().toList();
    }
}
