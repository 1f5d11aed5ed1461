package city.onewindow.connection.web;

import city.onewindow.approval.WorkedThere;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.connection.Deliveries;
import city.onewindow.connection.Delivery;
import city.onewindow.connection.DeliveryState;
import city.onewindow.connection.Endpoint;
import city.onewindow.connection.EndpointStatus;
import city.onewindow.connection.Endpoints;
import city.onewindow.connection.KeptMessage;
import city.onewindow.connection.Messages;
import city.onewindow.connection.Signing;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages of departments' systems together. */
@Component
class SystemPageViews {

    private static final int ROWS = 50;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Messages messages;
    private final WorkedThere workedThere;
    private final Catalogs catalogs;

    SystemPageViews(
            Endpoints endpoints, Deliveries deliveries, Messages messages, WorkedThere workedThere, Catalogs catalogs) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.messages = messages;
        this.workedThere = workedThere;
        this.catalogs = catalogs;
    }

    /** Every department that has items or an endpoint. */
    List<SystemRow> rows(Actor actor) {
        Map<String, EndpointStatus> named = endpoints.all(actor).stream()
                .collect(Collectors.toMap(one -> one.endpoint().department(), Function.identity()));
        Catalog catalog = catalogs.current();
        return catalog.departments().stream()
                .filter(department -> named.containsKey(department.code())
                        || catalog.items().stream()
                                .anyMatch(item -> item.department().equals(department.code())))
                .map(department -> {
                    Optional<EndpointStatus> status = Optional.ofNullable(named.get(department.code()));
                    return new SystemRow(
                            department.code(),
                            department.name(),
                            status.map(one -> one.endpoint().url()).orElse(""),
                            status.map(EndpointStatus::pending).orElse(0L),
                            status.map(EndpointStatus::dead).orElse(0L),
                            workedThere.items(department.code()).size());
                })
                .toList();
    }

    /** @throws Problem.NotFound if there is no such department */
    SystemPageView of(
            String department,
            @Nullable EndpointForm typed,
            List<Fault> faults,
            @Nullable String afterDead,
            @Nullable String afterMessages,
            Actor actor) {
        Catalog catalog = catalogs.current();
        String name = catalog.department(department)
                .orElseThrow(() -> new Problem.NotFound("没有代码为“" + department + "”的部门。请核对部门代码。"))
                .name();
        Optional<EndpointStatus> status = endpoints.all(actor).stream()
                .filter(one -> one.endpoint().department().equals(department))
                .findFirst();
        Slice<Delivery> dead = deliveries.unsent(department, DeliveryState.DEAD, afterDead, ROWS, actor);
        Slice<KeptMessage> unapplied = messages.unapplied(department, afterMessages, ROWS, actor);
        Set<String> there = workedThere.items(department);
        return new SystemPageView(
                department,
                name,
                status.map(SystemPageViews::facts).orElse(List.of()),
                fields(
                        typed == null
                                ? status.map(one -> EndpointForm.of(one.endpoint()))
                                        .orElse(EndpointForm.BLANK)
                                : typed,
                        status.isPresent(),
                        faults),
                dead.items().stream().map(SystemPageViews::undelivered).toList(),
                dead.next(),
                unapplied.items().stream().map(one -> unapplied(one, catalog)).toList(),
                unapplied.next(),
                catalog.items().stream()
                        .filter(item -> item.department().equals(department))
                        .map(item -> new SystemPageView.Place(item.code(), item.name(), there.contains(item.code())))
                        .toList());
    }

    private static List<Fact> facts(EndpointStatus status) {
        Endpoint endpoint = status.endpoint();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("接收地址", endpoint.url()),
                new Fact("签名方式", endpoint.signing().term()),
                new Fact("设定", DayWords.shortHour(endpoint.namedAt()) + "，账号 " + endpoint.namedBy()),
                new Fact("待发送", status.pending() + " 条"),
                new Fact("已停发", status.dead() + " 条")));
        String publicKey = endpoint.publicKey();
        if (publicKey != null) {
            facts.add(2, new Fact("公钥", publicKey));
        }
        return facts;
    }

    private static List<Field> fields(EndpointForm typed, boolean named, List<Fault> faults) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("url", "接收地址")
                        .hint("以 https:// 开头，由部门的系统管理人员提供。")
                        .required(true)
                        .value(typed.url())
                        .error(error("/url", faults)),
                Field.radio(
                                "signing",
                                "签名方式",
                                Arrays.stream(Signing.values())
                                        .map(one -> new Choice(one.name(), one.term()))
                                        .toList())
                        .required(true)
                        .value(typed.signing() == null ? "" : typed.signing().name())
                        .error(error("/signing", faults))));
        if (named) {
            fields.add(Field.yesNo("newSecret", "换新密钥")
                    .hint("换了以后，部门系统要马上换上新的，否则验不出签名。")
                    .value(String.valueOf(Boolean.TRUE.equals(typed.newSecret()))));
        }
        return fields;
    }

    private static @Nullable String error(String pointer, List<Fault> faults) {
        String told = Fault.at(pointer, faults);
        return told.isEmpty() ? null : told;
    }

    private static SystemPageView.Undelivered undelivered(Delivery one) {
        return new SystemPageView.Undelivered(
                one.id(),
                one.number(),
                one.itemName(),
                one.act().term(),
                DayWords.shortHour(one.happenedAt()),
                one.attempts(),
                one.answer());
    }

    private static SystemPageView.Unapplied unapplied(KeptMessage one, Catalog catalog) {
        LocalDateTime received = one.receivedAt();
        return new SystemPageView.Unapplied(
                one.messageId(),
                one.number(),
                catalog.itemByCode(one.item()).map(item -> item.name()).orElse(one.item()),
                one.kind().term(),
                DayWords.shortHour(received),
                one.state().term(),
                one.reason());
    }
}
