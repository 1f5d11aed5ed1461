package city.onewindow.approval;

import city.onewindow.notice.Addressee;
import java.time.LocalDateTime;

/** What a document says of the case that it belongs to, and to whom it is written. */
record Addressed(String number, String title, int edition, LocalDateTime acceptedAt, Addressee addressee) {}
