package city.onewindow.issuance.web;

import city.onewindow.approval.Matter;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.intake.Original;
import city.onewindow.issuance.Detail;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Way;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the form of a hand-over asks: at the window who takes it, elsewhere what the way of delivery wants. */
final class HandoverFields {

    private HandoverFields() {}

    /** Of what lies at the window. */
    static List<Field> ofLying(ReadyCase ready, List<Original> toShow, HandoverForm form, List<Fault> faults) {
        List<Choice> items = ready.ready().stream().map(HandoverFields::choice).toList();
        List<Field> fields = new ArrayList<>(fields(items, List.of(Way.values()), form, faults));
        if (!toShow.isEmpty()) {
            fields.add(1, originals(toShow, form.shown(), faults));
            Field why = unseen(form.unseen(), faults);
            fields.add(2, why.shownWhen(among(way -> way != Way.COLLECTED)));
        }
        return fields;
    }

    /** Of what is on its way: as it was sent, so it arrives, and what wasn't seen was said then. */
    static List<Field> ofSent(ReadyCase ready, HandoverForm form, List<Fault> faults) {
        List<Choice> items = ready.sent().stream().map(HandoverFields::choice).toList();
        List<Way> ways =
                ready.sent().stream().map(one -> one.sending().way()).distinct().toList();
        return fields(items, ways, form, faults);
    }

    static Field originals(List<Original> toShow, List<String> shown, List<Fault> faults) {
        return Field.checkboxes(
                        "originals",
                        "网上申请的，交付准予的结果前核验",
                        toShow.stream()
                                .map(original -> new Choice(original.key(), original.material(), original.what()))
                                .toList())
                .value(String.join("|", shown))
                .error(error("originals", faults));
    }

    /** Where nobody came who could show or sign. */
    static Field unseen(@Nullable String typed, List<Fault> faults) {
        return Field.text("unseen", "没有核验、补签的原因")
                .value(typed)
                .hint("没有勾选的才填。回证照写，例如：申请人下落不明，没有人到窗口核验、签字。")
                .autocomplete("off")
                .wide()
                .error(error("unseen", faults));
    }

    private static List<Field> fields(List<Choice> items, List<Way> ways, HandoverForm form, List<Fault> faults) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.checkboxes("items", "送达的结果", items)
                .value(String.join("|", form.chosen()))
                .required()
                .error(error("items", faults)));
        fields.add(Field.select(
                        "way",
                        "送达方式",
                        ways.stream()
                                .map(way -> new Choice(way.name(), way.term() + "（" + way.when() + "）"))
                                .toList())
                .value(form.chosenWay().name())
                .required()
                .wide()
                .error(error("way", faults)));
        fields.addAll(details(form, faults));
        fields.addAll(taker(form, faults));
        return fields;
    }

    private static List<Field> details(HandoverForm form, List<Fault> faults) {
        List<Field> fields = new ArrayList<>();
        fields.add(only(
                Field.date("on", "送达日期")
                        .value(form.on() == null ? null : form.on().toString())
                        .hint("邮寄的写回执上的收件日期；公告的写公告的日期。")
                        .error(error("on", faults)),
                way -> way != Way.COLLECTED));
        for (Detail detail : Detail.values()) {
            fields.add(only(
                    Field.text(detail.key(), detail.label())
                            .value(form.delivery().text(detail))
                            .hint(detail.hint())
                            .autocomplete("off")
                            .error(error(detail.key(), faults)),
                    way -> way.details().contains(detail)));
        }
        return fields;
    }

    private static List<Field> taker(HandoverForm form, List<Fault> faults) {
        Relation relation = form.relation();
        IdType idType = form.idType();
        return List.of(
                only(
                        Field.text("name", "领取人姓名")
                                .value(form.name())
                                .autocomplete("off")
                                .error(error("name", faults)),
                        Way::isTaken),
                only(
                        Field.radio(
                                        "relation",
                                        "与申请人的关系",
                                        Arrays.stream(Relation.values())
                                                .map(value -> new Choice(value.name(), value.term()))
                                                .toList())
                                .value(relation == null ? null : relation.name())
                                .error(error("relation", faults)),
                        Way::isTaken),
                only(
                        Field.select(
                                        "idType",
                                        "领取人证件类型",
                                        Arrays.stream(IdType.values())
                                                .filter(type -> type != IdType.USCC)
                                                .map(type -> new Choice(type.name(), type.words()))
                                                .toList())
                                .value(idType == null ? IdType.ID_CARD.name() : idType.name())
                                .error(error("idType", faults)),
                        way -> way == Way.COLLECTED),
                only(
                        Field.text("idNumber", "领取人证件号码")
                                .value(form.idNumber())
                                .autocomplete("off")
                                .error(error("idNumber", faults)),
                        way -> way == Way.COLLECTED),
                Field.text("authorisation", "授权依据")
                        .value(form.authorisation())
                        .placeholder("授权委托书")
                        .requiredWhen("relation == 'AGENT'")
                        .shownWhen("relation == 'AGENT'")
                        .error(error("authorisation", faults)));
    }

    /** Shown for those ways only, and then a must. */
    static Field only(Field field, Predicate<Way> asks) {
        return field.shownWhen(among(asks)).requiredWhen(among(asks));
    }

    static String among(Predicate<Way> asks) {
        return Arrays.stream(Way.values())
                .filter(asks)
                .map(way -> "'" + way + "'")
                .collect(Collectors.joining(",", "way in [", "]"));
    }

    static Choice choice(ReadyCase.Sent sent) {
        return new Choice(
                sent.matter().item(),
                sent.matter().itemName(),
                "已发出：" + sent.sending().told());
    }

    static Choice choice(Matter matter) {
        String certificate = matter.certificateNumber();
        return new Choice(
                matter.item(),
                matter.itemName(),
                matter.handedOver() + (certificate == null ? "" : "，编号 " + certificate));
    }

    static @Nullable String error(String field, List<Fault> faults) {
        String told = faults.stream()
                .filter(fault -> name(fault).equals(field))
                .map(Fault::message)
                .collect(Collectors.joining());
        return told.isEmpty() ? null : told;
    }

    static String name(Fault fault) {
        return fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1);
    }
}
