package city.onewindow.launch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One company is founded through the API, from the first question to the last result, in one of the ways that this may go.
 *
 * @param branch what happens beside
 * @param form filled in
 */
record Founding(StubbornClient client, BranchWalk branch, String thing, Map<String, Object> form) {

    /** The situation in which the errand is just four items. */
    static final Map<String, String> ANSWERS = Map.of("q_open_hf", "none", "q_bank_book", "no", "q_agent", "no");

    /** Each window begins with another, a third further on. */
    enum Way {
        /** After a hearing. */
        HEARD,
        /** Denied, which a ruling changes into a grant when all was handed over. */
        RULED,
        GRANTED,
        /** A receipt, the one-time notice, and what was missing. */
        NOTICED,
        /** Its paper is handed about. */
        ON_PAPER,
        /** A special procedure, and more time. */
        EXTENDED,
        DENIED,
        REFUSED,
        /** The first item in its department's own system. */
        THERE,
        /** Told of a hearing, which nobody wanted. */
        UNHEARD,
        /** By the applicant, as a case. */
        WITHDRAWN,
        /** By the applicant, before it is a case. */
        GIVEN_UP
    }

    void walk(Way way) throws InterruptedException {
        JsonNode begun = client.post(
                "clerk", "/api/applications", Map.of("oneThing", thing, "answers", ANSWERS, "applicant", applicant()));
        String number = begun.get("number").asString();
        String path = "/api/applications/" + number;
        client.change("clerk", "PATCH", path + "/form", form);
        List<JsonNode> materials = all(begun.get("asks").get("materials"));
        JsonNode last = materials.get(materials.size() - 1);
        for (JsonNode material : materials.subList(0, materials.size() - 1)) {
            check(path, material);
        }
        if (way == Way.NOTICED) {
            client.post("clerk", path + "/receipt", Map.of());
            client.post("clerk", path + "/notice", Map.of());
        }
        check(path, last);
        switch (way) {
            case REFUSED ->
                client.post("clerk", path + "/refusal", Map.of("reason", "不需要许可。", "ground", "行政许可法第三十二条第一款第一项"));
            case GIVEN_UP -> client.post("clerk", path + "/withdrawal", Map.of());
            default -> {
                client.post("clerk", path + "/acceptance", Map.of());
                approve(number, all(begun.get("asks").get("items")), way);
            }
        }
    }

    private void check(String path, JsonNode material) throws InterruptedException {
        List<Integer> points =
                IntStream.range(0, material.get("reviewPoints").size()).boxed().toList();
        client.change(
                "clerk",
                "PUT",
                path + "/materials/" + material.get("key").asString(),
                Map.of("way", "SEEN", "pointsMet", points));
    }

    /** In the order of the items, of which none comes before one that it waits for. */
    private void approve(String number, List<JsonNode> items, Way way) throws InterruptedException {
        List<String> codes = new ArrayList<>();
        for (JsonNode item : items) {
            String code = item.get("code").asString();
            String department = item.get("department").asString();
            String matter = "/api/matters/" + number + "/" + code;
            boolean last = codes.size() == items.size() - 1;
            boolean denied = (way == Way.DENIED || way == Way.RULED) && last;
            if (codes.isEmpty()) {
                before(way, number, code, department);
            }
            if (way == Way.THERE && codes.isEmpty()) {
                branch.report(number, code, department, certificate(code));
                codes.add(code);
                continue;
            }
            client.post(
                    department + "-review",
                    matter + "/review",
                    Map.of("recommendation", denied ? "DENY" : "GRANT", "opinion", "属实"));
            if (denied) {
                client.post(
                        department + "-decide",
                        matter + "/deny",
                        Map.of("reason", "不符合条件。", "ground", "行政许可法第三十八条第二款"));
            } else {
                client.post(department + "-decide", matter + "/grant", Map.of("opinion", "同意"));
                certify(number, code, department);
            }
            codes.add(code);
            if (way == Way.WITHDRAWN) {
                client.post("clerk", "/api/cases/" + number + "/withdrawal", Map.of("reason", "不办了。"));
                break;
            }
        }
        handOver(number, codes);
        if (way == Way.RULED) {
            JsonNode last = items.get(items.size() - 1);
            String code = last.get("code").asString();
            String department = last.get("department").asString();
            branch.rule(number, code, department);
            certify(number, code, department);
            handOver(number, List.of(code));
        }
    }

    private void certify(String number, String item, String department) throws InterruptedException {
        client.post(
                department + "-certify",
                "/api/matters/" + number + "/" + item + "/certify",
                Map.of("certificateNumber", certificate(item)));
    }

    private void handOver(String number, List<String> items) throws InterruptedException {
        Map<String, String> taker = Map.of("name", "张示例", "relation", "SELF", "idNumber", "410311199001010001");
        client.post("issuing", "/api/cases/" + number + "/handovers", Map.of("items", items, "taker", taker));
    }

    private static String certificate(String code) {
        return "示例字第" + code + "号";
    }

    private void before(Way way, String number, String item, String department) throws InterruptedException {
        switch (way) {
            case EXTENDED -> takeTime("/api/matters/" + number + "/" + item, department);
            case HEARD -> branch.hear(number, item, department);
            case UNHEARD -> branch.waive(number, item, department);
            case ON_PAPER -> branch.handAbout(number, department);
            default -> {}
        }
    }

    private void takeTime(String matter, String department) throws InterruptedException {
        String reviewer = department + "-review";
        LocalDate end = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);
        client.post(
                reviewer,
                matter + "/suspend",
                Map.of("kind", "EXPERT_REVIEW", "reason", "请专家评审。", "body", "市专家评审中心", "expectedEnd", end.toString()));
        client.post(reviewer, matter + "/resume", Map.of("result", "评审通过。"));
        client.post(reviewer, matter + "/ask-extension", Map.of("days", 1, "reason", "情况复杂。"));
        client.post(department + "-head", matter + "/extend", Map.of("opinion", "同意。"));
    }

    private static List<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static Map<String, String> applicant() {
        return Map.of(
                "kind", "PERSON",
                "name", "张示例",
                "idType", "ID_CARD",
                "idNumber", "410311199001010001",
                "phone", "13800000000");
    }
}
