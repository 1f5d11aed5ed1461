package city.onewindow.issuance;

import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.StartupCases;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.util.Map;

/** Cases of 开便利店 whose food licence, and not the shop's own, lacks what may follow (容缺受理). */
public record ShopCases(StartupCases startups, Approval approval) {

    public static final Actor CLERK = SignedInAs.actor("clerk-sw", "scjg", "ssdj", Role.CLERK);
    public static final String SHOP = "个体工商户设立登记";
    public static final String FOOD = "食品经营许可(食品销售)";

    private static final Actor SYSTEM =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    /** @return its number; all that may follow is still to come */
    public String accept() {
        return startups.acceptDeferred(
                "开便利店(超市)一件事", Map.of("q_agent", "no", "q_food_sale_kind", "other", "q_sign_large", "yes"), CLERK);
    }

    /** The same, with both licences at the issuing window. */
    public String certified() {
        String number = accept();
        certify(number, SHOP, "92410300MA0000000X");
        certify(number, FOOD, "JY14103000000001");
        return number;
    }

    void certify(String number, String name, String certificate) {
        String item = startups.item(name);
        approval.review(number, item, Recommendation.GRANT, "齐全", SYSTEM, null);
        approval.grant(number, item, "", SYSTEM, null);
        approval.certify(number, item, certificate, SYSTEM, null);
    }
}
