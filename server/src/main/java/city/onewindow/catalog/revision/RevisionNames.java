package city.onewindow.catalog.revision;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether something new may be called so. */
@Component
class RevisionNames {

    /** Of a name, in characters. */
    static final int LONGEST = 100;

    private final Catalogs catalogs;
    private final RevisionTable table;

    RevisionNames(Catalogs catalogs, RevisionTable table) {
        this.catalogs = catalogs;
        this.table = table;
    }

    /**
     * One name is one record: rows that state an item whole would empty a one-thing of the same name, and the other way round.
     *
     * @param others what else is wrong with it, told together
     * @throws Problem.InvalidInput if anything is
     */
    void mustBeFree(Revision.Kind kind, String name, List<Fault> others, Actor actor) {
        List<Fault> faults = new ArrayList<>();
        taken(kind, name, actor).ifPresent(text -> faults.add(new Fault("/name", text)));
        faults.addAll(others);
        Problem.InvalidInput.refuse(faults);
    }

    private Optional<String> taken(Revision.Kind kind, String name, Actor actor) {
        if (name.isBlank() || name.length() > LONGEST) {
            return Optional.of("请填写" + kind.term() + "的名称，至多 " + LONGEST + " 个字。");
        }
        Content content = catalogs.current().content();
        for (Revision.Kind other : Revision.Kind.values()) {
            if (other.published(name, content) != null) {
                return Optional.of(
                        "已经有名为「" + name + "」的" + other.term() + "。请换一个名称" + (other == kind ? "，或修改已有的那一个。" : "。"));
            }
            Revision open = table.open(other, name).orElse(null);
            if (open != null && (other != kind || !open.department().equals(actor.department()))) {
                return Optional.of("已经有人在起草名为「" + name + "」的" + other.term() + "。请换一个名称，或与起草部门商量。");
            }
        }
        return Optional.empty();
    }
}
