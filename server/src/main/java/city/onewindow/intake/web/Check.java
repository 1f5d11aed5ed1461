package city.onewindow.intake.web;

import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Way;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a clerk's own tool says of a material, over HTTP. */
record Check(
        @Nullable Way way,
        @Nullable List<@Nullable Integer> pointsMet,
        @Nullable String remark,
        @Nullable List<@Nullable UUID> files) {

    /** @throws Problem.InvalidInput if the way is left out */
    CheckedMaterial of(String key) {
        if (way == null) {
            throw new Problem.InvalidInput(
                    "/way",
                    "请写明材料的收取方式："
                            + Stream.of(Way.values())
                                    .filter(one -> one != Way.SETTLED)
                                    .map(one -> one.name() + "（" + one.words() + "）")
                                    .collect(Collectors.joining("、"))
                            + "。");
        }
        return new CheckedMaterial(key, way, present(pointsMet), remark == null ? "" : remark, present(files));
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> given) {
        return Stream.ofNullable(given)
                .flatMap(List::stream)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
