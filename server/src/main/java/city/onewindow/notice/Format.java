package city.onewindow.notice;

import java.util.Locale;

/** What a document is printed as; the same pages either way. */
public enum Format {
    /** Sealed if the centre has a key in a device that readers of PDF know. */
    PDF("application/pdf"),
    /** GB/T 33190, the format of public offices; always sealed with the centre's SM2 key. */
    OFD("application/ofd");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, and of the address at which it is read; without a dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
