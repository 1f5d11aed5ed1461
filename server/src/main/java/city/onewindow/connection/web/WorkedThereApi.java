package city.onewindow.connection.web;

import city.onewindow.approval.WorkedThere;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which items a department works in its own system. */
@RestController
@RequestMapping("/api/worked-there/{department}")
@PreAuthorize("hasAnyRole('MANAGER', 'ADMINISTRATOR')")
class WorkedThereApi {

    private final WorkedThere workedThere;

    WorkedThereApi(WorkedThere workedThere) {
        this.workedThere = workedThere;
    }

    /** @param there false: worked in the pages here */
    record Place(@Nullable Boolean there) {}

    /** @param items codes, all of them */
    record Items(Set<String> items) {}

    @GetMapping
    Items items(@PathVariable String department) {
        return new Items(new TreeSet<>(workedThere.items(department)));
    }

    /** Holds at once, also for matters that are open. */
    @PutMapping("/{item}")
    Items set(@PathVariable String department, @PathVariable String item, @RequestBody Place place, Actor actor) {
        Boolean there = place.there();
        if (there == null) {
            throw new Problem.InvalidInput("/there", "请填写 true（在部门系统办理）或 false（在本系统办理）。");
        }
        workedThere.set(department, item, there, actor);
        return items(department);
    }
}
