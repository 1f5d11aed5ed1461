package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.CriticalPath;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Reason;
import city.onewindow.catalog.Requirement;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.Span;
import city.onewindow.catalog.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the guide of an errand shows: a one-thing, one item, or items put together.
 *
 * @param path of the page, without the query
 * @param picked codes of the items that stand in the query; empty unless they were put together by hand
 * @param ignored how many answers of the address meant nothing, so that their defaults hold
 * @param items in an order in which none comes before one that it waits for
 */
public record GuideView(
        Catalog catalog,
        Errand errand,
        Merge merge,
        Schedule schedule,
        String path,
        List<String> picked,
        int ignored,
        List<GuideItem> items) {

    static GuideView of(
            Catalog catalog, Errand errand, Schedule schedule, String path, List<String> picked, int ignored) {
        List<String> critical = CriticalPath.promised(errand).items();
        Map<String, GuideItem> items = new LinkedHashMap<>();
        for (Schedule.Slot slot : schedule.slots()) {
            List<GuideItem> after = slot.item().after().stream()
                    .map(name -> Optional.ofNullable(items.get(name)).orElseThrow())
                    .toList();
            int place = after.stream().mapToInt(it -> it.place() + 1).max().orElse(0);
            String name = slot.item().name();
            items.put(
                    name,
                    new GuideItem(
                            items.size() + 1, place, slot.item(), slot.promised(), critical.contains(name), after));
        }
        return new GuideView(
                catalog,
                errand,
                Merge.of(catalog, errand),
                schedule,
                path,
                picked,
                ignored,
                List.copyOf(items.values()));
    }

    public String title() {
        return errand.title();
    }

    /** Which stage of a project it is; empty for most. */
    public Optional<StageLine> stage() {
        return Optional.ofNullable(errand.oneThing())
                .flatMap(catalog.stages()::of)
                .map(stage -> StageLine.of(stage, catalog.stages()));
    }

    public boolean isOneThing() {
        return errand.oneThing() != null;
    }

    /** Whom to call about a single item; empty if its department gives no number, or several. */
    public String phone() {
        String phone = isSingle() ? items.get(0).item().item().particulars().phone() : "";
        return phone.matches("[0-9-]+") ? phone : "";
    }

    /** Whether it is the guide of one item, not of items that were put together. */
    public boolean isSingle() {
        return !isOneThing() && picked.isEmpty();
    }

    /** Whether the answers leave nothing to be done: there is nothing to show then but the questions. */
    public boolean isNothing() {
        return items.isEmpty();
    }

    /** Whether there is anything that one window could save. */
    public boolean isMerged() {
        return items.size() > 1;
    }

    // ---- what to bring

    /** What the applicant must have in hand when the errand is handed in. */
    public List<MergedMaterial> toBring() {
        return materials(it -> isBrought(it) && !it.mayFollow() && it.requirement() != Requirement.OPTIONAL);
    }

    /** 容缺: may be missing at acceptance, against a promise. */
    public List<MergedMaterial> toFollow() {
        return materials(it -> isBrought(it) && it.mayFollow());
    }

    public List<MergedMaterial> optional() {
        return materials(it -> isBrought(it) && !it.mayFollow() && it.requirement() == Requirement.OPTIONAL);
    }

    public List<MergedMaterial> fetched() {
        return materials(it -> it.origin() == MergedMaterial.Origin.FETCHED);
    }

    public List<MergedMaterial> printed() {
        return materials(it -> it.origin() == MergedMaterial.Origin.FORM);
    }

    private List<MergedMaterial> materials(Predicate<MergedMaterial> those) {
        return merge.materials().stream().filter(those).toList();
    }

    private static boolean isBrought(MergedMaterial material) {
        return material.origin() == MergedMaterial.Origin.APPLICANT;
    }

    // ---- the form

    public List<FieldGroup> form() {
        return groups(merge.fields());
    }

    private static List<FieldGroup> groups(List<MergedField> fields) {
        Map<String, List<MergedField>> groups = new LinkedHashMap<>();
        fields.forEach(field -> groups.computeIfAbsent(field.element().group(), group -> new ArrayList<>())
                .add(field));
        return groups.entrySet().stream()
                .map(group -> new FieldGroup(group.getKey(), group.getValue()))
                .toList();
    }

    public long fieldsAsked() {
        return merge.fields().stream().filter(MergedField::isAsked).count();
    }

    /** The number by which the page refers to the item of a reason. */
    public int numberOf(Reason reason) {
        return item(reason.item()).number();
    }

    public GuideItem item(String name) {
        return items.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    // ---- where, how long, how much

    /** The one-thing's window; for items put together the windows that take each of them in, the commonest first. */
    public List<Window> windows() {
        List<String> codes = errand.oneThing() != null
                ? List.of(errand.oneThing().window())
                : errand.items().stream()
                        .map(it -> it.item().homeWindow())
                        .distinct()
                        .toList();
        return codes.stream().map(catalog::window).flatMap(Optional::stream).toList();
    }

    /** Those that no window takes in (未进驻): their departments do. In a one-thing its window takes all. */
    public List<GuideItem> outside() {
        return isOneThing()
                ? List.of()
                : items.stream().filter(it -> it.item().item().isOutside()).toList();
    }

    public List<String> departments() {
        return items.stream().map(GuideItem::department).distinct().toList();
    }

    public CriticalPath promised() {
        return CriticalPath.promised(errand);
    }

    /** Null where no law sets a limit. */
    public @Nullable Span statutory() {
        return CriticalPath.lawfully(errand);
    }

    /** The terms of the items that cost something, in their order. */
    public List<GuideItem> charged() {
        return items.stream().filter(it -> it.terms().freeOfCharge().isEmpty()).toList();
    }

    /** The one-things that have this item in them. */
    public List<OneThing> oneThingsWith(GuideItem item) {
        return catalog.oneThings().stream()
                .filter(thing ->
                        thing.members().stream().anyMatch(it -> it.item().equals(item.name())))
                .toList();
    }

    // ---- addresses

    /** The query with every answer in force written out, so that the address stays true when a default changes. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        picked.forEach(code -> query.queryParam("item", code));
        errand.questions()
                .forEach(question ->
                        query.queryParam(question.code(), errand.answers().getOrDefault(question.code(), "")));
        String text = query.build().encode().toUriString();
        return text.startsWith("?") ? text : "";
    }

    public String address() {
        return path + query();
    }

    /** The same errand with no question answered yet. */
    public String resetAddress() {
        return withItems(path, picked);
    }

    /** Its items, to be put together with others. */
    public String mergeAddress() {
        return withItems("/merge", items.stream().map(GuideItem::code).toList());
    }

    private static String withItems(String path, List<String> codes) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        codes.forEach(code -> address.queryParam("item", code));
        return address.encode().toUriString();
    }

    /** Where an applicant begins online, with the errand as far as it is narrowed; a one-thing that is published and can be done. */
    public Optional<String> onlineAddress() {
        return Optional.ofNullable(errand.oneThing())
                .filter(thing -> hasNotice() && errand.undoable().isEmpty())
                .map(thing -> {
                    UriComponentsBuilder address =
                            UriComponentsBuilder.fromPath("/online/new").queryParam("thing", thing.code());
                    errand.answers().forEach(address::queryParam);
                    return address.build().encode().toUriString();
                });
    }

    /** A draft has none: nobody is told in writing what isn't published. */
    public boolean hasNotice() {
        return !path.startsWith("/revisions/");
    }

    /** The fields of the items that ask for a material. */
    List<FieldGroup> formOf(MergedMaterial material) {
        Set<String> items = material.reasons().stream().map(Reason::item).collect(Collectors.toSet());
        return groups(merge.fields().stream()
                .filter(field -> field.reasons().stream().anyMatch(reason -> items.contains(reason.item())))
                .toList());
    }

    /** Where the code stands that shows it within another website. */
    public String embedAddress() {
        return path + "/embed" + query();
    }

    /** The whole guide for the printer. */
    public String paperAddress() {
        return path + "/guide.pdf" + query();
    }

    /** @param ending .pdf for the printed notice, empty for the page */
    public String noticeAddress(String ending) {
        return path + "/notice" + ending + query();
    }

    /** 授权委托书, for whoever lets an agent do it. */
    public String letterAddress() {
        return path + "/letter-of-authority.pdf" + query();
    }
}
