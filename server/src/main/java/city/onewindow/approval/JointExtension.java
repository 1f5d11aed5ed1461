package city.onewindow.approval;

import java.time.LocalDateTime;

/**
 * That licences of several departments may take longer than forty-five days together (行政许可法 第四十二条第二款).
 *
 * @param days that were added
 * @param reason as the applicant was told
 * @param approvedBy which leader of the government approved it, and by what paper
 * @param whoName who wrote it down
 * @param document number of the document that told the applicant
 */
public record JointExtension(
        int days, String reason, String approvedBy, LocalDateTime at, String whoName, String document) {}
