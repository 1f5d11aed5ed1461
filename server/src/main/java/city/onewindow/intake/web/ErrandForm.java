package city.onewindow.intake.web;

import city.onewindow.catalog.ErrandChoice;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Application;
import city.onewindow.intake.NewApplication;
import city.onewindow.kernel.IdType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What stands on the first page, as it was typed: what was picked, the answers, whose application it is.
 *
 * @param thing code of a one-thing; empty if items are picked, or nothing yet
 * @param applicant texts by name of the input
 * @param find what the list of errands is narrowed to
 * @param key sent again with every repetition, so that a double click is one application
 */
public record ErrandForm(
        String thing,
        List<String> items,
        Map<String, String> answers,
        Map<String, String> applicant,
        String find,
        String key) {

    private static final List<String> APPLICANT = List.of(
            "kind",
            "name",
            "idType",
            "idNumber",
            "uscc",
            "phone",
            "agent",
            "agentName",
            "agentIdType",
            "agentIdNumber",
            "agentPhone",
            "authorisation");

    private static final String QUESTION = "q_";
    private static final String AGENT_QUESTION = "q_agent";
    private static final String YES = "yes";

    public ErrandForm {
        items = List.copyOf(items);
        answers = Map.copyOf(answers);
        // Nearly everybody has one; what is hidden isn't sent, and would come back as if nothing were chosen.
        Map<String, String> whole =
                new LinkedHashMap<>(Map.of("idType", IdType.ID_CARD.name(), "agentIdType", IdType.ID_CARD.name()));
        whole.putAll(applicant);
        applicant = Map.copyOf(whole);
    }

    static ErrandForm blank(String thing) {
        Map<String, String> usual = Map.of("kind", "PERSON", "authorisation", "授权委托书：代为提交材料、领取结果");
        return new ErrandForm(
                thing, List.of(), Map.of(), usual, "", UUID.randomUUID().toString());
    }

    static ErrandForm read(Map<String, String[]> sent) {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, String> applicant = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(QUESTION)) {
                answers.put(name, values[0]);
            } else if (APPLICANT.contains(name)) {
                applicant.put(name, values[0].strip());
            }
        });
        List<String> items = Arrays.asList(sent.getOrDefault("item", new String[0]));
        return new ErrandForm(
                first(sent, "thing"),
                items,
                answers,
                applicant,
                first(sent, "find").strip(),
                first(sent, "key"));
    }

    static ErrandForm of(Application application) {
        Applicant whose = application.applicant();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", whose.kind().name());
        typed.put("name", whose.name());
        typed.put("phone", whose.phone());
        if (whose.idType() == IdType.USCC) {
            typed.put("uscc", whose.idNumber());
        } else {
            typed.put("idType", whose.idType().name());
            typed.put("idNumber", whose.idNumber());
        }
        Applicant.Agent agent = whose.agent();
        if (agent != null) {
            typed.put("agent", YES);
            typed.put("agentName", agent.name());
            typed.put("agentIdType", agent.idType().name());
            typed.put("agentIdNumber", agent.idNumber());
            typed.put("agentPhone", agent.phone());
            typed.put("authorisation", agent.authorisation());
        }
        ErrandChoice choice = application.choice();
        String thing = choice.oneThing() == null ? "" : choice.oneThing();
        return new ErrandForm(thing, choice.items(), choice.answers(), typed, "", "");
    }

    public String text(String input) {
        return applicant.getOrDefault(input, "");
    }

    boolean hasPicked() {
        return !thing.isEmpty() || !items.isEmpty();
    }

    ErrandChoice choice() {
        return new ErrandChoice(thing.isEmpty() ? null : thing, items, answers);
    }

    /** @param answers those in force, with the defaults of what was not answered */
    NewApplication application(Map<String, String> answers) {
        boolean organisation = isOrganisation();
        IdType idType = organisation ? IdType.USCC : idType("idType");
        Applicant.Agent agent = hasAgent(answers)
                ? new Applicant.Agent(
                        text("agentName"),
                        idType("agentIdType"),
                        text("agentIdNumber"),
                        text("agentPhone"),
                        text("authorisation"))
                : null;
        return new NewApplication(
                choice(),
                new Applicant(
                        organisation ? Applicant.Kind.ORGANISATION : Applicant.Kind.PERSON,
                        text("name"),
                        idType,
                        text(organisation ? "uscc" : "idNumber"),
                        text("phone"),
                        agent));
    }

    private IdType idType(String input) {
        return Stream.of(IdType.values())
                .filter(type -> type.name().equals(text(input)))
                .findFirst()
                .orElse(IdType.ID_CARD);
    }

    /** Name of the input that a fault belongs to. */
    String inputOf(String pointer) {
        return switch (pointer) {
            case "/applicant/idNumber" -> isOrganisation() ? "uscc" : "idNumber";
            case "/applicant/agent/name" -> "agentName";
            case "/applicant/agent/idType" -> "agentIdType";
            case "/applicant/agent/idNumber" -> "agentIdNumber";
            case "/applicant/agent/phone" -> "agentPhone";
            default ->
                pointer.startsWith("/items") || pointer.equals("/oneThing")
                        ? "thing"
                        : pointer.substring(pointer.lastIndexOf('/') + 1);
        };
    }

    private boolean isOrganisation() {
        return text("kind").equals(Applicant.Kind.ORGANISATION.name());
    }

    /** An answer about the agent, where the errand asks for one, goes before the tick. */
    private boolean hasAgent(Map<String, String> answers) {
        return answers.getOrDefault(AGENT_QUESTION, text("agent")).equals(YES);
    }

    private static String first(Map<String, String[]> sent, String name) {
        String[] values = sent.getOrDefault(name, new String[0]);
        return values.length == 0 ? "" : values[0];
    }
}
