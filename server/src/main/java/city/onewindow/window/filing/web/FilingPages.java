package city.onewindow.window.filing.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.ActAnswer;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.HeadLine;
import city.onewindow.window.filing.Newcomers;
import city.onewindow.window.filing.RowState;
import city.onewindow.window.web.Workbooks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One filing: how far it is read, what was found in it, what becomes of it. */
@Controller
@RequestMapping("/annexes/filings/{id}")
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')")
class FilingPages {

    private static final int NAMED = 10;

    private final Filings filings;
    private final Catalogs catalogs;
    private final Clock clock;

    FilingPages(Filings filings, Catalogs catalogs, Clock clock) {
        this.filings = filings;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping
    String filing(
            Model model,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable RowState state,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        model.addAttribute("sheet", sheet(filings.get(id, actor), state, page, actor));
        model.addAttribute("remark", "");
        return "window/filing";
    }

    /** A piece of the page, asked for every second; once it is read the whole page is worth looking at again. */
    @GetMapping("/progress")
    String progress(Model model, HttpServletResponse response, @PathVariable long id, Actor actor) {
        Filing filing = filings.get(id, actor);
        if (filing.status() != FilingStatus.READING) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("sheet", sheet(filing, null, 1, actor));
        return "window/filing-progress";
    }

    @GetMapping("/annotated")
    ResponseEntity<byte[]> annotated(@PathVariable long id, Actor actor) {
        return Workbooks.answer("批注副本-" + filings.get(id, actor).title(), filings.annotated(id, actor));
    }

    @PostMapping("/file")
    String file(ActAnswer answer, @PathVariable long id, Actor actor) {
        return walk(answer, id, actor, () -> filed(filings.file(id, actor)));
    }

    private static String filed(Filing filing) {
        return "已报送“" + filing.title() + "”，共 " + filing.rows() + " 行。"
                + (filing.revisions().isEmpty()
                        ? ""
                        : "按表里的变化建了 " + filing.revisions().size() + " 份事项修改，在“事项维护”里可以看到。");
    }

    @PostMapping("/drop")
    String drop(ActAnswer answer, @PathVariable long id, Actor actor) {
        return answer.to(
                () -> "已放弃“" + filings.drop(id, actor).title() + "”的这次上传，什么都没有报送。",
                "/annexes",
                () -> again(answer, id, actor));
    }

    @PostMapping("/accept")
    String accept(ActAnswer answer, @PathVariable long id, Actor actor) {
        return walk(answer, id, actor, () -> "已接收“" + filings.accept(id, actor).title() + "”。");
    }

    @PostMapping("/return")
    String giveBack(
            ActAnswer answer, @PathVariable long id, @RequestParam(defaultValue = "") String remark, Actor actor) {
        answer.model().addAttribute("remark", remark);
        return walk(answer, id, actor, () -> returned(filings.giveBack(id, remark, actor)));
    }

    private static String returned(Filing filing) {
        return "已退回“" + filing.title() + "”，联络员在附件页面能看到原因。"
                + (filing.revisions().isEmpty() ? "" : "它建的事项修改和草稿，没有人改过、同意过的，一并撤回了。");
    }

    private String walk(ActAnswer answer, long id, Actor actor, Supplier<String> act) {
        return answer.to(act, "/annexes/filings/" + id, () -> again(answer, id, actor));
    }

    private String again(ActAnswer answer, long id, Actor actor) {
        if (!answer.model().containsAttribute("remark")) {
            answer.model().addAttribute("remark", "");
        }
        answer.model().addAttribute("sheet", sheet(filings.get(id, actor), null, 1, actor));
        return "window/filing";
    }

    private FilingSheet sheet(Filing filing, @Nullable RowState asked, int page, Actor actor) {
        RowState shown = asked != null ? asked : first(filing);
        List<Tab> tabs = new ArrayList<>();
        for (RowState state : RowState.values()) {
            tabs.add(new Tab(
                    state.term(),
                    "/annexes/filings/" + filing.id() + "?state=" + state,
                    (long) filing.count(state),
                    state == shown));
        }
        List<RowLine> lines = filing.counts().isEmpty() ? List.of() : lines(filing, shown, page, actor);
        return new FilingSheet(
                filing,
                facts(filing),
                tabs,
                lines,
                Math.max(1, page),
                filing.count(shown),
                filings.next(filing, actor),
                says(filing, actor),
                newcomers(filing, actor));
    }

    private List<RowLine> lines(Filing filing, RowState shown, int page, Actor actor) {
        try (Newcomers newcomers = new Newcomers(filing, catalogs.current())) {
            return filings.rows(filing.id(), shown, page, FilingSheet.ROWS, actor).stream()
                    .map(row -> RowLine.of(row, filing.annex(), newcomers.told(row)))
                    .toList();
        }
    }

    /** What is wrong is looked at first, then what is new. */
    private static RowState first(Filing filing) {
        for (RowState state : RowState.values()) {
            if (filing.count(state) > 0) {
                return state;
            }
        }
        return RowState.SAME;
    }

    /** What whoever confirms is asked to think of; empty if nothing is new. */
    private String newcomers(Filing filing, Actor actor) {
        int fresh = filing.count(RowState.NEW);
        if (fresh == 0 || filing.status() != FilingStatus.READ) {
            return "";
        }
        if (filing.annex() == Annex.DEPARTMENT) {
            return "有 " + fresh + " 行是目录里没有的事项，会建成草稿。";
        }
        int unknown = filings.unknown(filing.id(), actor);
        return "有 " + fresh + " 行是新增的" + (unknown == 0 ? "" : "，其中 " + unknown + " 行写的事项目录里没有") + "：只进汇总表，不改目录。";
    }

    private String says(Filing filing, Actor actor) {
        String what = filing.annex() == Annex.DEPARTMENT
                ? "确认报送后，每个有变化的事项各建一份修改，由受理窗口的牵头部门同意、中心发布后生效；新增的事项建成草稿，请到“事项维护”里补齐后提交。"
                : "附件" + filing.annex().number() + "只报送、汇总，不改事项目录：里面写的是各部门的事项，要改的由各部门在附件2或“事项维护”里改。";
        what += "目录里没有的栏目（如年办件量、后台接收人）随报表保存，下次下载的表里带着。";
        return filing.target().isOwn(actor)
                ? what
                : "要由" + catalogs.current().content().departmentName(filing.department()) + "的"
                        + filing.annex().filedBy().term() + "确认才算报送；政务服务中心可以代为上传、检查，不能代为确认。" + what;
    }

    private List<Fact> facts(Filing filing) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("文件", filing.fileName()));
        facts.add(new Fact("上传", filing.whoName() + "，" + time(filing.begunAt())));
        filing.head().forEach((line, text) -> {
            if (line != HeadLine.FILER && line != HeadLine.WINDOW && !text.isEmpty()) {
                facts.add(new Fact(line.label(), text));
            }
        });
        if (filing.filedAt() != null) {
            facts.add(new Fact("报送", time(filing.filedAt()) + "，共 " + filing.rows() + " 行"));
        }
        if (filing.decidedAt() != null) {
            facts.add(new Fact(
                    filing.status() == FilingStatus.RETURNED ? "退回" : "处理",
                    filing.decidedBy() + "，" + time(filing.decidedAt())));
        }
        if (!filing.absent().isEmpty()) {
            facts.add(new Fact(
                    "目录里有、表里没有",
                    filing.absent().size() + " 项："
                            + String.join(
                                    "、", filing.absent().stream().limit(NAMED).toList())
                            + (filing.absent().size() > NAMED ? " 等" : "") + "。不报不等于取消，目录不变。"));
        }
        return facts;
    }

    private String time(Instant at) {
        return DayWords.listed(at.atZone(clock.getZone()));
    }
}
