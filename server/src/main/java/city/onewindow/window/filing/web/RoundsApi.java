package city.onewindow.window.filing.web;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.Reminders;
import city.onewindow.window.filing.RollUp;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import city.onewindow.window.filing.Standing;
import city.onewindow.window.filing.Target;
import city.onewindow.window.web.Workbooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rounds in which the centre gathers annexes 1–3, over HTTP. */
@RestController
@RequestMapping("/api/rounds")
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
@Tag(name = "rounds", description = "附件 1–3 的收集批次")
class RoundsApi {

    private static final Fault ANNEX_MISSING =
            new Fault("/annex", "请写明催报哪一个附件：ONE_THING（附件1）、DEPARTMENT（附件2）或 WINDOW（附件3）。");

    private final Rounds rounds;
    private final Reminders reminders;

    RoundsApi(Rounds rounds, Reminders reminders) {
        this.rounds = rounds;
        this.reminders = reminders;
    }

    /** @param due the last day to file without being late */
    record Opening(@Nullable String name, @Nullable LocalDate due) {}

    /** @param code of the one-thing, department or window that the table is about */
    record Reminding(@Nullable Annex annex, @Nullable String code) {}

    record RemindingAll(@Nullable Annex annex) {}

    /**
     * How a table stands in a round.
     *
     * @param owed whether it has yet to come, or to come again
     * @param late whether it came after the due day, or that has passed without it
     * @param filing the one that counts; null if none was filed
     * @param reminders how often the centre asked for it
     */
    record StandingTable(
            Target target,
            boolean owed,
            boolean late,
            @Nullable Filing filing,
            int reminders,
            @Nullable Instant remindedAt) {}

    @GetMapping
    Slice<Round> list(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        return rounds.list(after, Slice.size(size));
    }

    @Operation(summary = "Open a round; one is open at a time")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('MANAGER')")
    ResponseEntity<Round> open(
            @RequestBody Opening body, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        String name = Objects.requireNonNullElse(body.name(), "");
        Round round = rounds.open(name, body.due(), new IdempotencyKey(key), actor);
        return ResponseEntity.created(URI.create("/api/rounds/" + round.id())).body(round);
    }

    @GetMapping("/{id}")
    Round show(@PathVariable long id) {
        return rounds.get(id);
    }

    @Operation(summary = "Who has filed what, what is late, what was returned: all tables that the plan asks for")
    @GetMapping("/{id}/tables")
    @PreAuthorize("hasAnyRole('MANAGER', 'AUDITOR')")
    Slice<StandingTable> tables(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Annex annex,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        Round round = rounds.get(id);
        return rounds.standings(round, annex, after, Slice.size(size)).map(standing -> table(standing, round));
    }

    private StandingTable table(Standing standing, Round round) {
        return new StandingTable(
                standing.target(),
                standing.isOwed(),
                rounds.isLate(standing, round),
                standing.filing(),
                standing.reminders(),
                standing.remindedAt());
    }

    @Operation(
            summary =
                    "Whether the tables of a round add up with each other, and what its one-things save: the whole list")
    @GetMapping("/{id}/checks")
    @PreAuthorize("hasAnyRole('MANAGER', 'AUDITOR')")
    RollUp checks(@PathVariable long id) {
        return rounds.rollUp(rounds.get(id));
    }

    @Operation(summary = "Ask a department for a table that it owes")
    @PostMapping("/{id}/reminders")
    @PreAuthorize("hasRole('MANAGER')")
    Target remind(
            @PathVariable long id,
            @RequestBody Reminding body,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        List<Fault> faults = new ArrayList<>();
        if (body.annex() == null) {
            faults.add(ANNEX_MISSING);
        }
        if (body.code() == null) {
            faults.add(new Fault("/code", "请写明是哪个一件事、部门或窗口的表（它的代码）。"));
        }
        if (body.annex() == null || body.code() == null) {
            throw new Problem.InvalidInput(faults);
        }
        return reminders.remind(id, body.annex(), body.code(), new IdempotencyKey(key), actor);
    }

    @Operation(summary = "Ask at once for all tables of an annex that are owed: answers the whole list of them")
    @PostMapping("/{id}/reminders/all")
    @PreAuthorize("hasRole('MANAGER')")
    List<Target> remindAll(
            @PathVariable long id,
            @RequestBody RemindingAll body,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        if (body.annex() == null) {
            throw new Problem.InvalidInput(List.of(ANNEX_MISSING));
        }
        return reminders.remindAll(id, body.annex(), new IdempotencyKey(key), actor);
    }

    @Operation(summary = "Give the merged workbook to all departments, which ends the round")
    @PostMapping("/{id}/distribution")
    @PreAuthorize("hasRole('MANAGER')")
    Round distribute(@PathVariable long id, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        // Held only against the rule for keys: a round is distributed once.
        new IdempotencyKey(key);
        return rounds.distribute(id, actor);
    }

    @Operation(
            summary = "All accepted tables in one workbook: for the centre at any time, for all once it is distributed")
    @GetMapping("/{id}/merged")
    ResponseEntity<byte[]> merged(@PathVariable long id, Actor actor) {
        return Workbooks.answer("汇总-" + rounds.get(id).name(), rounds.merged(id, actor));
    }
}
