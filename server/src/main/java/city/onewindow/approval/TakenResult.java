package city.onewindow.approval;

import city.onewindow.intake.EarlierResult;

/**
 * A material of an application that is a result of an earlier stage.
 *
 * @param key of the material
 * @param material as the application's items call it
 * @param remark as it is noted at the material
 * @param holds whether it is still granted, under that number; if not, nothing is accepted on it
 */
public record TakenResult(String key, String material, EarlierResult from, String remark, boolean holds) {}
