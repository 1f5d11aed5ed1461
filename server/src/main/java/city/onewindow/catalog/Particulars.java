package city.onewindow.catalog;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the national catalogue asks of an item beside its terms (实施清单, GB/T 39046-2020); empty where its department has not
 * said it yet.
 *
 * @param basicCode 基本编码, 12 digits
 * @param implementationCode 实施编码: credit code of the department, level, basic code
 * @param level 行使层级
 * @param serves 服务对象
 * @param conditions 受理条件, one sentence each
 * @param channels 办理形式
 * @param range 通办范围
 * @param visits how often the applicant must come
 * @param visitReason why he must come at all
 * @param feeBasis 收费依据, law and article
 * @param phone whom to ask
 * @param complaintPhone where to complain
 * @param chain 办理环节; {@link Chain#TWO} where nothing is said
 * @param extension by how much its limits may be extended; {@link Extension#USUAL} where nothing is said
 * @param technicalCheck what must be checked by technical standards before it is decided; null if nothing
 * @param resultSample where a sample of the result can be seen (结果样本), as an address of the web
 * @param remedies where an applicant may turn who disagrees with the decision (行政复议、行政诉讼), one sentence each
 * @param commonQuestions 常见问题, each with its answer behind the question mark
 * @param outsideReason why no window of the centre takes the item in (未进驻); empty where one does
 */
public record Particulars(
        Status status,
        String basicCode,
        String implementationCode,
        String level,
        List<String> serves,
        List<String> conditions,
        List<String> channels,
        String range,
        @Nullable Integer visits,
        String visitReason,
        String feeBasis,
        String address,
        String hours,
        String phone,
        String complaintPhone,
        Chain chain,
        Extension extension,
        @Nullable TechnicalCheck technicalCheck,
        String resultSample,
        List<String> remedies,
        List<String> commonQuestions,
        String outsideReason) {

    private static final Set<String> ONLINE = Set.of("电脑端", "移动端");

    /** One or more numbers, as they are printed: 0379-63000000 转 8，(0379)63000001. */
    public static final Pattern PHONE = Pattern.compile("[（(]?[0-9][0-9 \\-、,，;；（）()转]{2,59}");

    public static final Particulars NONE = new Particulars(
            Status.OFFERED,
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            null,
            "",
            "",
            "",
            "",
            "",
            "",
            Chain.TWO,
            Extension.USUAL,
            null,
            "",
            List.of(),
            List.of(),
            "");

    public Particulars {
        // What was stored before these could be said has the usual chain and extension, and no reason.
        chain = chain == null ? Chain.TWO : chain;
        extension = extension == null ? Extension.USUAL : extension;
        outsideReason = outsideReason == null ? "" : outsideReason;
        resultSample = resultSample == null ? "" : resultSample;
        remedies = remedies == null ? List.of() : List.copyOf(remedies);
        commonQuestions = commonQuestions == null ? List.of() : List.copyOf(commonQuestions);
        serves = List.copyOf(serves);
        conditions = List.copyOf(conditions);
        channels = List.copyOf(channels);
    }

    /** Whether it can be handed in online. */
    public boolean takesOnline() {
        return channels.stream().anyMatch(ONLINE::contains);
    }

    /** 全程网办: handed in online, and nobody has to come. */
    public boolean endsOnline() {
        return takesOnline() && visits != null && visits == 0;
    }
}
