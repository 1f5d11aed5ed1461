package city.onewindow.intake;

import city.onewindow.catalog.Constraint;
import city.onewindow.material.Picture;
import city.onewindow.material.StoredFile;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What a file must be that is the value of a field. */
record FileDemand(Constraint limits) {

    private static final int BYTES = 1024;

    /** @param picture looked at only where its size matters */
    boolean isMetBy(StoredFile file, Supplier<Optional<Picture>> picture) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean type = limits.fileTypes().isEmpty()
                || limits.fileTypes().stream().anyMatch(ending -> name.endsWith("." + ending));
        boolean size = limits.maxKb() == null || file.size() <= (long) limits.maxKb() * BYTES;
        return type && size && isLargeEnough(picture);
    }

    private boolean isLargeEnough(Supplier<Optional<Picture>> picture) {
        Integer width = limits.minWidth();
        Integer height = limits.minHeight();
        return width == null
                || height == null
                || picture.get()
                        .filter(found -> found.width() >= width && found.height() >= height)
                        .isPresent();
    }
}
