package city.onewindow.launch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What may happen to a case beside its plain way, through the API: a hearing, paper that is handed about, a ruling, a department that
 * works in its own system.
 *
 * @param hour brings the hour of a hearing forward, which the law wants weeks ahead
 */
record BranchWalk(StubbornClient client, BroughtForward hour) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_AHEAD = 16;

    /** 听证: told, asked for by two, of whom one takes it back, called and recorded. */
    void hear(String number, String item, String department) throws InterruptedException {
        tell(number, item, department);
        String atWindow = "/api/cases/" + number + "/matters/" + item;
        String today = LocalDate.now(HERE).toString();
        client.post("clerk", atWindow + "/ask-hearing", Map.of("on", today, "by", 0));
        client.post("clerk", atWindow + "/ask-hearing", Map.of("on", today, "by", 1));
        client.post("clerk", atWindow + "/waive-hearing", Map.of("by", 1, "reason", "当面说明。"));
        String matter = "/api/matters/" + number + "/" + item;
        client.post(
                department + "-review",
                matter + "/call-hearing",
                Map.of(
                        "at",
                        LocalDate.now(HERE)
                                .plusDays(DAYS_AHEAD)
                                .atTime(9, 0)
                                .atZone(HERE)
                                .toOffsetDateTime()
                                .toString(),
                        "place",
                        "听证室",
                        "presider",
                        department + "-examine",
                        "announced",
                        true));
        hour.of(number, item);
        client.post(
                department + "-review",
                matter + "/record-hearing",
                Map.of("came", "双方", "spoken", "各自陈述。", "signed", "均已核对签字。"));
    }

    /** Told, and nobody wants it. */
    void waive(String number, String item, String department) throws InterruptedException {
        tell(number, item, department);
        client.post(
                department + "-review",
                "/api/matters/" + number + "/" + item + "/waive-hearing",
                Map.of("reason", "都书面放弃。"));
    }

    private void tell(String number, String item, String department) throws InterruptedException {
        client.post(
                department + "-review",
                "/api/matters/" + number + "/" + item + "/tell-hearing",
                Map.of("reason", "涉及重大利益。", "others", List.of(Map.of("name", "赵邻居", "address", "洛阳市示例路2号"))));
    }

    /** 物料流转: taken back, objected to, handed over again, received, handed back, given back to the applicant. */
    void handAbout(String number, String department) throws InterruptedException {
        JsonNode paper = all(client.get("clerk", "/api/cases/" + number + "/paper")).stream()
                .filter(one -> one.get("department").asString().equals(department))
                .findFirst()
                .orElseThrow();
        List<String> keys = all(paper.get("materials")).stream()
                .map(one -> one.get("key").asString())
                .toList();
        String staff = department + "-review";
        Map<String, ?> handing = Map.of("department", department, "materials", keys);
        String slips = "/api/cases/" + number + "/slips";
        String wrong = slip(client.post("clerk", slips, handing));
        client.post("clerk", wrong + "/take-back", Map.of("reason", "装错了。"));
        String doubted = slip(client.post("clerk", slips, handing));
        client.post(staff, doubted + "/objection", Map.of("objection", "少一份。"));
        String whole = slip(client.post("clerk", slips, handing));
        client.post(staff, whole + "/reception", Map.of());
        String back = slip(client.post(staff, whole + "/hand-back", Map.of("materials", keys, "reason", "用完了。")));
        client.post("clerk", back + "/reception", Map.of());
        String given = slip(client.post(
                "clerk", "/api/cases/" + number + "/give-back", Map.of("materials", keys, "reason", "原件退还。")));
        client.post("clerk", given + "/reception", Map.of());
    }

    private static String slip(JsonNode made) {
        return "/api/slips/" + made.get("id").asLong();
    }

    /** 行政复议变更为准予, of what was denied. */
    void rule(String number, String item, String department) throws InterruptedException {
        String today = LocalDate.now(HERE).toString();
        client.post(
                department + "-decide",
                "/api/matters/" + number + "/" + item + "/rulings",
                Map.of(
                        "organ", "REVIEW_ORGAN",
                        "organName", "洛阳市人民政府",
                        "document", "洛政复决〔2026〕1号",
                        "dated", today,
                        "reachedOn", today,
                        "kind", "CHANGED_TO_GRANT",
                        "rules", "变更为准予。"));
    }

    /** The department's own system says what it did: taken in, reviewed, granted. */
    void report(String number, String item, String department, String certificate) throws InterruptedException {
        String system = department + "-system";
        String at = LocalDate.now(HERE).atStartOfDay(HERE).toOffsetDateTime().toString();
        Map<String, String> matter = Map.of("number", number, "item", item, "at", at);
        client.post(system, "/api/messages", with(matter, Map.of("kind", "ACCEPTED")));
        client.post(
                system,
                "/api/messages",
                with(matter, Map.of("kind", "STEP", "step", "核查", "recommendation", "GRANT", "opinion", "属实。")));
        client.post(
                system,
                "/api/messages",
                with(
                        matter,
                        Map.of(
                                "kind",
                                "RESULT",
                                "outcome",
                                "GRANT",
                                "opinion",
                                "准予。",
                                "certificateNumber",
                                certificate)));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static List<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
