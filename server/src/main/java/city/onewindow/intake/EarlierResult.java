package city.onewindow.intake;

/**
 * 前阶段结果: what an item of an earlier stage of the project issued to the same applicant.
 *
 * @param number of the case
 * @param item code
 * @param certificate the number that the result bears; issued anew it bears another
 */
public record EarlierResult(String number, String item, String certificate) {}
