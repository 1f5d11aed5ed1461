package city.onewindow.catalog.lint;

import java.time.Instant;

/**
 * Why a finding is let stand (豁免).
 *
 * @param finding {@link Finding#key()}
 * @param rule name of the rule, which a later version of the program may no longer have
 * @param name of the item or one-thing
 * @param department code of the department whose finding it is
 * @param what was found
 * @param who the account that answers for it
 */
public record Waiver(
        String finding,
        String rule,
        boolean oneThing,
        String name,
        String department,
        String what,
        String reason,
        String who,
        String whoName,
        Instant at) {}
