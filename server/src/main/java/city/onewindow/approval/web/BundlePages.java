package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipBundles;
import city.onewindow.approval.SlipPapers;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 成批移交: the paper of a day's cases for one department, handed over, printed and confirmed at one go. */
@Controller
@RequestMapping("/slip-bundles")
@PreAuthorize(SlipPages.CALLERS)
class BundlePages {

    private final SlipBundles bundles;
    private final BundleViews views;
    private final SlipPapers papers;
    private final Catalogs catalogs;
    private final Clock clock;

    BundlePages(SlipBundles bundles, BundleViews views, SlipPapers papers, Catalogs catalogs, Clock clock) {
        this.bundles = bundles;
        this.views = views;
        this.papers = papers;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** @param day on which the cases were accepted; today if it isn't a date */
    @GetMapping("/new")
    @PreAuthorize("hasRole('CLERK')")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        LocalDate asked = TypedAct.day(day);
        LocalDate of = asked == null ? LocalDate.now(clock) : asked;
        return new ModelAndView("approval/slip-bundle-new", "view", views.choice(of, department, after, actor));
    }

    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    String hand(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam String key,
            RedirectAttributes after,
            Actor actor) {
        after.addAttribute("day", day);
        after.addAttribute("department", department);
        try {
            List<SlipBundles.Done> done = bundles.hand(department, number, actor, new IdempotencyKey(key));
            List<Slip> made =
                    done.stream().flatMap(one -> Stream.ofNullable(one.slip())).toList();
            if (made.isEmpty()) {
                after.addFlashAttribute("notice", Notice.error("一件也没有移交。" + refused(done)));
                return "redirect:/slip-bundles/new";
            }
            String name = catalogs.current().content().departmentName(department);
            after.addFlashAttribute("notice", told("已移交" + name + " " + made.size() + " 件，等对方接收。请打印流转单，随材料一起送。", done));
            after.addAttribute("bundle", made.get(0).bundle());
            return "redirect:/slip-bundles/{bundle}";
        } catch (Problem.InvalidInput wrong) {
            after.addFlashAttribute("notice", Notice.error(wrong.faults().get(0).message()));
            return "redirect:/slip-bundles/new";
        }
    }

    private static Notice told(String words, List<SlipBundles.Done> done) {
        String refused = refused(done);
        return refused.isEmpty() ? Notice.success(words) : Notice.warning(words + refused);
    }

    private static String refused(List<SlipBundles.Done> done) {
        return done.stream()
                .filter(one -> !one.refused().isEmpty())
                .map(one -> "办件 " + one.number() + "：" + one.refused())
                .collect(Collectors.joining());
    }

    @GetMapping("/{bundle}")
    ModelAndView one(@PathVariable String bundle, Actor actor) {
        return new ModelAndView(
                "approval/slip-bundle", "view", views.bundle(bundle, bundles.one(bundle, actor), actor));
    }

    /** @param slip numbers of those of which everything is there */
    @PostMapping("/{bundle}/reception")
    String receive(
            @PathVariable String bundle,
            @RequestParam(defaultValue = "") List<Long> slip,
            RedirectAttributes after,
            Actor actor) {
        try {
            List<SlipBundles.Done> done = bundles.receive(bundle, slip, actor);
            long received = done.stream().filter(one -> one.refused().isEmpty()).count();
            after.addFlashAttribute("notice", told("已确认接收 " + received + " 件，材料由本部门保管。", done));
        } catch (Problem.InvalidInput wrong) {
            after.addFlashAttribute("notice", Notice.error(wrong.faults().get(0).message()));
        }
        after.addAttribute("bundle", bundle);
        return "redirect:/slip-bundles/{bundle}";
    }

    @GetMapping("/{bundle}/paper")
    ResponseEntity<byte[]> paper(@PathVariable String bundle, Actor actor) {
        List<Slip> slips = bundles.one(bundle, actor);
        return PrintAnswer.of(
                DocumentKind.MATERIAL_SLIP.title() + "-" + slips.get(0).id(), Format.PDF, papers.print(bundle, slips));
    }
}
