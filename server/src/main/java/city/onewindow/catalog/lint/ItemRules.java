package city.onewindow.catalog.lint;

import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Requirement;
import city.onewindow.catalog.Situations;
import city.onewindow.catalog.SteadyFields;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be wrong with one item and its materials. */
final class ItemRules {

    private static final String ITEMS = "items.csv";
    private static final String MATERIALS = "materials.csv";

    private static final Pattern NOTHING = Pattern.compile("无|无依据|暂无|待补|—|-");
    /** As the content says that nothing but the guide asks for it: —(办事指南列明). */
    private static final Pattern GUIDE_ONLY = Pattern.compile("[—－-]+\\s*[(（].*");

    /** A fee's ground: a law's article, or the number of a document. */
    private static final Pattern GROUND = Pattern.compile("第[一二三四五六七八九十百零]+条|[〔\\[（(]\\d{4}[〕\\]）)]\\s*\\d+号|《");

    /**
     * What is paid is the errand itself, such as a tax or a contribution: what lays it down is the item's own basis. It is no charge
     * for what the office does (行政许可法 第五十八条).
     */
    private static final Pattern PAYMENT = Pattern.compile("税|缴费|缴纳|保险费|保费|投保|交存|存储|土地出让金");

    private static final Pattern CHARGE = Pattern.compile("工本费|\\d\\s*元");

    /** Handed in to be taken back from him, not to prove something: no shared data takes its place. */
    private static final Pattern SURRENDERED = Pattern.compile("缴回|交回|收回|缴销");

    /** A point that begins with the one case it is about, such as 自有：产权证. */
    private static final Pattern OF_ONE_CASE = Pattern.compile("^[^：，、（）()]{2,6}：");

    /** Named as what an applicant fills in, such as 建设项目申请表 or 项目申请书. */
    private static final Pattern FORM_LIKE = Pattern.compile("(?:申请|申报|申领|登记|备案|信息|采集|变更|增员)表|申请书");

    /** Done on the spot or within the day. */
    private static final BigDecimal ONE_DAY = BigDecimal.ONE;

    private static final Set<Window.Kind> TAKING_NOTHING_IN = Set.of(Window.Kind.ISSUING, Window.Kind.CONSULTATION);

    private final Content content;
    private final Issued issued;
    private final Laws laws;
    private final Item item;
    private final List<Finding> findings = new ArrayList<>();

    ItemRules(Content content, Issued issued, Item item) {
        this.content = content;
        this.issued = issued;
        this.laws = new Laws(content.laws());
        this.item = item;
    }

    List<Finding> findings() {
        terms();
        particulars();
        window();
        item.materials().forEach(this::material);
        situations();
        return findings;
    }

    private void terms() {
        Terms terms = item.terms();
        ground(ITEMS, "", "legal_basis", terms.legalBasis());
        words(ITEMS, "", "special_steps", terms.specialSteps());
        if (terms.statutory() != null
                && terms.promised().days().compareTo(terms.statutory().days()) > 0) {
            own(
                    Rule.PROMISED_TOO_LONG,
                    "promised_days",
                    "承诺 " + terms.promised().inWords() + "，法定 "
                            + terms.statutory().inWords(),
                    "把承诺时限改到不超过法定时限");
        }
        boolean atOnce = terms.kind() == CaseKind.ON_THE_SPOT;
        if (atOnce
                ? terms.promised().days().compareTo(ONE_DAY) > 0
                : terms.promised().isOnTheSpot()) {
            own(
                    Rule.KIND_AND_DAYS,
                    "case_kind",
                    terms.kind().term() + "，承诺时限为" + terms.promised().inWords(),
                    "改办件类型，或改承诺时限");
        }
        if (terms.freeOfCharge().isEmpty() && !isPayment(terms.fee()) && !hasFeeGround()) {
            own(Rule.FEE_WITHOUT_GROUND, "fee_basis", "收费“" + terms.fee() + "”没有写依据", "写明收费依据的法律条款或文号；不收费的写 0");
        }
    }

    private boolean isPayment(String fee) {
        return PAYMENT.matcher(item.name() + fee).find() && !CHARGE.matcher(fee).find();
    }

    private boolean hasFeeGround() {
        return GROUND.matcher(item.terms().fee() + item.particulars().feeBasis())
                .find();
    }

    private void particulars() {
        Particulars particulars = item.particulars();
        Integer visits = particulars.visits();
        if (visits != null && visits > 0 && particulars.visitReason().isEmpty()) {
            own(Rule.NO_VISIT_REASON, "visit_reason", "到现场 " + visits + " 次，没有写原因", "写明为什么必须到现场，或改为 0 次");
        }
        if (particulars.implementationCode().isEmpty()) {
            own(Rule.NO_IMPLEMENTATION_CODE, "implementation_code", "实施编码是空的", "填写省级事项库里的实施编码");
        } else {
            keeper(particulars.implementationCode());
        }
        if (particulars.conditions().isEmpty()) {
            own(Rule.NO_CONDITION, "conditions", "受理条件是空的", "一句一条写明受理条件");
        }
        if (!particulars.extension().equals(Extension.USUAL)) {
            ground(ITEMS, "", "extension_ground", particulars.extension().ground());
        }
        for (String condition : particulars.conditions()) {
            words(ITEMS, "", "conditions", condition);
        }
    }

    /** Of a department whose own code nobody has said nothing can be compared. */
    private void keeper(String code) {
        Department keeper = content.departments().get(item.department());
        if (keeper != null && !code.toUpperCase(Locale.ROOT).startsWith(keeper.creditCode())) {
            own(
                    Rule.FOREIGN_CODE,
                    "implementation_code",
                    "实施编码“" + code + "”的前 18 位不是" + keeper.name() + "的统一社会信用代码 " + keeper.creditCode(),
                    "照省级事项库核对实施编码；部门的代码变了的，请中心改 departments.csv 的 credit_code");
        }
    }

    private void window() {
        if (item.isOutside()) {
            own(
                    Rule.OUTSIDE,
                    "outside_reason",
                    "没有窗口受理，理由是“" + item.particulars().outsideReason() + "”",
                    "理由不再成立时，选一个受理窗口");
            return;
        }
        Window home = content.windows().get(item.homeWindow());
        if (home == null || TAKING_NOTHING_IN.contains(home.kind())) {
            own(Rule.NO_WINDOW, "home_window", home == null ? "没有受理窗口" : home.name() + "不受理事项", "选一个受理窗口");
        } else {
            new Cooperation(content).of(item).ifPresent(findings::add);
        }
    }

    private void situations() {
        Situations own = item.situations();
        List<Item> alone = List.of(item);
        Set<String> steady = SteadyFields.of(alone, content.elements());
        new QuestionRules(own.questions(), own.effects(), alone, steady, content)
                .check((rule, question, column, what, fix) ->
                        add(rule, QuestionRules.FILE, question.code(), column, what, fix));
    }

    private void material(Material material) {
        String name = material.name();
        words(MATERIALS, name, "material", name);
        words(MATERIALS, name, "condition", material.condition());
        material.reviewPoints().forEach(point -> words(MATERIALS, name, "review_points", point));
        ground(MATERIALS, name, "legal_basis", material.legalBasis());
        if (material.reviewPoints().stream().allMatch(ItemRules::saysNothing)) {
            of(name, Rule.NO_REVIEW_POINT, "review_points", "没有审查要点", "一句一条写明窗口看什么");
        }
        excluding(material);
        if (material.shareableFrom().isEmpty() && !SURRENDERED.matcher(name).find()) {
            issuer(material)
                    .ifPresent(issuer ->
                            of(name, Rule.WHY_ASK, "shareable_from", issuer + "，却要申请人自己交", "写明从哪里共享取得；确实取不到的，说明原因后豁免"));
        }
        blankForm(material);
        if (material.requirement() == Requirement.DEFERRABLE
                && (item.terms().promised().isOnTheSpot() || item.terms().kind() == CaseKind.ON_THE_SPOT)) {
            of(name, Rule.DEFERRABLE_AT_ONCE, "required", "本事项是即办件，这份材料标为容缺", "改为必要或非必要，或把事项改为承诺件");
        }
    }

    private void blankForm(Material material) {
        boolean isForm =
                FORM_LIKE.matcher(material.name()).find() || !material.forms().isEmpty();
        boolean hasAll = material.printedFromForm() || material.forms().size() == FormPaper.values().length;
        if (!isForm || hasAll || !material.ownedByApplicant() || item.fields().isEmpty()) {
            return;
        }
        if (material.forms().isEmpty()) {
            of(
                    material.name(),
                    Rule.NO_BLANK_FORM,
                    "shareable_from",
                    "是表格，却没有空白的和填好的",
                    "就是一表登记里的栏目的，共享来源写“一表登记”，由系统印制；另有表格的，附上空白的和填好的");
            return;
        }
        for (FormPaper paper : FormPaper.values()) {
            if (!material.forms().containsKey(paper)) {
                String lacks = "有部门自己的表格，却没有" + paper.title();
                of(material.name(), Rule.NO_BLANK_FORM, paper.column(), lacks, "附上" + paper.title());
            }
        }
    }

    private void excluding(Material material) {
        List<String> ofOneCase = material.reviewPoints().stream()
                .filter(point -> OF_ONE_CASE.matcher(point).find())
                .toList();
        if (ofOneCase.size() > 1) {
            String what = "“" + String.join("”“", ofOneCase) + "”只会有一条成立";
            of(material.name(), Rule.EXCLUDING_POINTS, "review_points", what, "合成一条：什么情形的看什么，用逗号隔开");
        }
    }

    private static boolean saysNothing(String text) {
        return text.isBlank() || NOTHING.matcher(text.strip()).matches();
    }

    private Optional<String> issuer(Material material) {
        return material.source().equals("政府部门核发")
                ? Optional.of("由“" + material.issuer() + "”核发")
                : issued.by(material.name(), item).map(other -> "就是本市「" + other.name() + "」的结果");
    }

    private void words(String file, String row, String column, String text) {
        Wording.check(text, (rule, what, fix) -> add(rule, file, row, column, what, fix));
    }

    private void ground(String file, String row, String column, String basis) {
        if (saysNothing(basis)) {
            add(Rule.NO_LEGAL_GROUND, file, row, column, "依据“" + basis + "”不是法律条款", "写明法律名称和条款；没有依据的，不得要求");
            return;
        }
        if (GUIDE_ONLY.matcher(basis.strip()).matches()) {
            add(Rule.GUIDE_ONLY, file, row, column, "依据“" + basis + "”不是法律条款", "写明法律名称和条款；没有依据的，改为非必要或者取消");
            return;
        }
        if (!Laws.isExact(basis)) {
            add(Rule.NO_ARTICLE, file, row, column, "依据“" + basis + "”没有写到条", "写明是哪一条；规范性文件写明文号");
        }
        laws.deadReferences(basis)
                .forEach(dead -> add(Rule.DEAD_REFERENCE, file, row, column, dead.what(), dead.fix()));
    }

    private void own(Rule rule, String column, String what, String fix) {
        add(rule, ITEMS, "", column, what, fix);
    }

    private void of(String material, Rule rule, String column, String what, String fix) {
        add(rule, MATERIALS, material, column, what, fix);
    }

    private void add(Rule rule, String file, String row, String column, String what, String fix) {
        findings.add(new Finding(rule, false, item.name(), item.department(), file, row, column, what, fix));
    }
}
