package city.onewindow.approval;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lead department wants to allow to one project.
 *
 * @param stage code of the one-thing that shall be let in
 * @param items codes of what is missing for it
 * @param kind null if none was chosen
 */
public record AskedAllowance(
        String stage, List<String> items, Allowance.@Nullable Kind kind, String reason, String ground) {

    public AskedAllowance {
        items = items.stream().distinct().sorted().toList();
    }

    /** @throws Problem.InvalidInput with everything that isn't said, or said of what isn't missing */
    List<MissingItem> checked(List<MissingItem> missing) {
        List<Fault> faults = new ArrayList<>();
        List<MissingItem> named =
                missing.stream().filter(one -> items.contains(one.item())).toList();
        if (items.isEmpty()) {
            faults.add(new Fault("/items", "请选择准许先行启动或免办的事项。"));
        }
        items.stream()
                .filter(item -> missing.stream().noneMatch(one -> one.item().equals(item)))
                .forEach(item -> faults.add(new Fault("/items", "事项「" + item + "」没有缺，或者不是前面阶段须先准予的。请从本阶段还缺的事项中选。")));
        if (kind == null) {
            faults.add(new Fault("/kind", "请选择先行启动（下一阶段仍要补上）或免办（本项目不再要求）。"));
        }
        TextFaults.demand(faults, "/reason", "理由", reason, Said.LONGEST);
        TextFaults.demand(faults, "/ground", "依据（法律条款、文件或记录）", ground, Said.LONGEST);
        Problem.InvalidInput.refuse(faults);
        return named;
    }

    /** Once it is checked. */
    Allowance.Kind mustKind() {
        if (kind == null) {
            throw new IllegalStateException("Nothing was chosen for " + items + ". Maybe checked() wasn't called.");
        }
        return kind;
    }
}
