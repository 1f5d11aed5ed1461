package city.onewindow.catalog.content;

import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Terms;
import city.onewindow.catalog.content.ParticularsFile.ParticularsRow;

/**
 * One person alone decides only what is done on the spot. The chain and the kind may come from different files, at different times:
 * what counts is the item as it would be.
 */
final class ChainChecks {

    private ChainChecks() {}

    static void check(Content content, Parts parts) {
        content.items().values().stream()
                .filter(item -> item.particulars().chain() == Chain.ONE && !isOnTheSpot(item.terms()))
                .forEach(item -> fault(item, parts));
        content.items().values().stream()
                .filter(item -> item.particulars().chain() == Chain.ONE
                        && item.particulars().technicalCheck() != null)
                .forEach(item -> ofTwoPeople(item, parts));
    }

    /** 行政许可法 第五十五条第二款: who decides alone can't send two. Where it is said in this upload; else it is nobody's fault here. */
    private static void ofTwoPeople(Item item, Parts parts) {
        ItemsFile.ItemRow own = parts.items().get(item.name());
        ParticularsRow particulars = parts.particulars().get(item.name());
        Row row = own != null ? own.row() : particulars != null ? particulars.row() : null;
        if (row != null) {
            row.fault(
                    row.has(ItemsFile.TECHNICAL_CHECK) ? ItemsFile.TECHNICAL_CHECK : ItemsFile.CHAIN,
                    "要检验、检测、检疫的，由两名以上工作人员进行（行政许可法第五十五条），不能由一人审查并决定。请删去它，或者在 " + ItemsFile.CHAIN + " 里写"
                            + Chain.TWO.term());
        }
    }

    private static boolean isOnTheSpot(Terms terms) {
        return terms.kind() == CaseKind.ON_THE_SPOT;
    }

    /** At the chain, if it is said here; else at the kind. What was loaded already and isn't touched is nobody's fault here. */
    private static void fault(Item item, Parts parts) {
        ItemsFile.ItemRow own = parts.items().get(item.name());
        ParticularsRow particulars = parts.particulars().get(item.name());
        String kind = item.terms().kind().term();
        if (own != null) {
            atChain(own.row(), kind);
        } else if (particulars != null
                && particulars.row().has(ItemsFile.CHAIN)
                && !item.definedBy().isEmpty()) {
            atChain(particulars.row(), kind);
        } else {
            parts.members().stream()
                    .filter(row -> row.member().item().equals(item.name())
                            && row.oneThing().equals(item.definedBy()))
                    .forEach(row -> row.row()
                            .fault(
                                    "case_kind",
                                    "“" + item.name() + "”由一人审查并决定，不能是" + kind + "，可填："
                                            + CaseKind.ON_THE_SPOT.term() + "；要改成" + kind
                                            + "的，同时在 item-particulars.csv 的 chain 里写" + Chain.TWO.term()));
        }
    }

    private static void atChain(Row row, String kind) {
        row.fault(ItemsFile.CHAIN, "只有即办件可以由一人审查并决定，这是" + kind + "，可填：" + Chain.TWO.term() + "、" + Chain.THREE.term());
    }
}
