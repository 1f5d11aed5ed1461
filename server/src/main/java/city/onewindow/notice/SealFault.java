package city.onewindow.notice;

import org.jspecify.annotations.Nullable;

/** A key of the seal can't be had, or can't sign, at this moment; the message says why and what to do. */
final class SealFault extends IllegalStateException {

    SealFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
