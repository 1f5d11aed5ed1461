package city.onewindow.issuance.web;

import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.intake.Original;
import city.onewindow.issuance.Detail;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.issuance.Sending;
import city.onewindow.issuance.Way;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the forms of a sending ask, and of what came back. */
final class SendingFields {

    private SendingFields() {}

    static List<Field> of(ReadyCase ready, List<Original> toShow, SendingForm form, List<Fault> faults) {
        Sending typed = form.sending();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.checkboxes(
                        "items",
                        "寄出、公告的结果",
                        ready.ready().stream().map(HandoverFields::choice).toList())
                .value(String.join("|", form.chosen()))
                .required()
                .error(HandoverFields.error("items", faults)));
        if (!toShow.isEmpty()) {
            fields.add(HandoverFields.originals(toShow, form.shown(), faults));
            fields.add(HandoverFields.unseen(form.unseen(), faults));
        }
        fields.add(Field.select(
                        "way",
                        "方式",
                        Arrays.stream(Way.values())
                                .filter(Way::isSent)
                                .map(way -> new Choice(way.name(), way.term()))
                                .toList())
                .value(typed.way().name())
                .required()
                .error(HandoverFields.error("way", faults)));
        fields.add(Field.date("on", "寄出、转交或者公告的日期")
                .value(typed.on() == null ? null : typed.on().toString())
                .required()
                .error(HandoverFields.error("on", faults)));
        for (Detail detail : List.of(Detail.THROUGH, Detail.WAYBILL, Detail.PLACE)) {
            boolean place = detail == Detail.PLACE;
            fields.add(HandoverFields.only(
                    Field.text(detail.key(), place ? "寄到哪里、在哪里公告" : detail.label())
                            .value(typed.text(detail))
                            .hint(place ? detail.hint() : "")
                            .autocomplete("off")
                            .error(HandoverFields.error(detail.key(), faults)),
                    way -> way.sending().contains(detail)));
        }
        return fields;
    }

    static List<Field> back(ReadyCase ready, SendingForm form, List<Fault> faults) {
        return List.of(
                Field.checkboxes(
                                "items",
                                "退回来的结果",
                                ready.sent().stream()
                                        .map(HandoverFields::choice)
                                        .toList())
                        .id("back-items")
                        .value(String.join("|", form.chosen()))
                        .required()
                        .error(HandoverFields.error("items", faults)),
                Field.text("why", "怎么退回来的")
                        .value(form.why())
                        .placeholder("地址不详，邮局退回")
                        .required()
                        .autocomplete("off")
                        .wide()
                        .error(HandoverFields.error("why", faults)));
    }
}
