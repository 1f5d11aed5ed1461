package city.onewindow.kernel;

import java.util.List;

/**
 * What went wrong, in words for the person who can mend it. Pages show it in place; the API answers it as problem+json
 * (RFC 9457). A problem always leaves everything as it was.
 */
public abstract sealed class Problem extends RuntimeException {

    private Problem(String message) {
        super(message);
    }

    /** Something handed in is wrong (422): every fault at once, each with its place. */
    public static final class InvalidInput extends Problem {
        private final List<Fault> faults;

        public InvalidInput(List<Fault> faults) {
            super("填写的内容有 " + faults.size() + " 处需要改正：" + faults.get(0).message());
            this.faults = List.copyOf(faults);
        }

        public InvalidInput(String pointer, String message) {
            this(List.of(new Fault(pointer, message)));
        }

        /** @throws InvalidInput with all of them, if there are any */
        public static void refuse(List<Fault> faults) {
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
        }

        public List<Fault> faults() {
            return faults;
        }

        /**
         * The same faults for a caller who handed in only what lies at a place of the whole: their pointers begin there.
         * Those that lie elsewhere keep theirs.
         */
        public InvalidInput within(String place) {
            return new InvalidInput(faults.stream()
                    .map(fault -> (fault.pointer() + "/").startsWith(place + "/")
                            ? new Fault(fault.pointer().substring(place.length()), fault.message())
                            : fault)
                    .toList());
        }
    }

    /** Nothing is there, or nothing that the asker may know of (404). */
    public static final class NotFound extends Problem {
        public NotFound(String message) {
            super(message);
        }
    }

    /** Somebody else was faster, or the thing is no longer in a state that allows the act (409). */
    public static final class Conflict extends Problem {
        public Conflict(String message) {
            super(message);
        }
    }

    /** The asker is known and may not do this (403). */
    public static final class NotAllowed extends Problem {
        public NotAllowed(String message) {
            super(message);
        }
    }
}
