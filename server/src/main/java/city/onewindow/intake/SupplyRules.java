package city.onewindow.intake;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.kernel.Fault;
import java.util.List;
import java.util.stream.IntStream;

/** What may still be handed in once an application is a case: the deferred, complete and in order. Pure. */
final class SupplyRules {

    private SupplyRules() {}

    static List<Fault> faults(Dossier dossier, MergedMaterial material, CheckedMaterial supplied) {
        String place = "/materials/" + material.key();
        if (dossier.outstanding().stream().noneMatch(open -> open.key().equals(material.key()))) {
            return List.of(new Fault(place, "「" + material.name() + "」不在容缺后补的材料里，受理后不能再改。"));
        }
        if (!supplied.way().isInHand()) {
            return List.of(new Fault(place + "/way", "「" + material.name() + "」已承诺补交，请收取电子件、查验纸质件或共享获取。"));
        }
        boolean allMet = IntStream.range(0, material.reviewPoints().size())
                .allMatch(point -> supplied.pointsMet().contains(point));
        return allMet
                ? List.of()
                : List.of(new Fault(place + "/pointsMet", "「" + material.name() + "」还有审查要点没有核对。不符合要求的请退回申请人，符合后再登记。"));
    }
}
