package city.onewindow.connection;

import city.onewindow.approval.Act;
import java.time.LocalDateTime;

/**
 * An event on its way to a department's system.
 *
 * @param id of the event
 * @param happenedAt when the act was done
 * @param answer what came back last: the status and the beginning of the body, or why there was none
 */
public record Delivery(
        long id,
        String number,
        String item,
        String itemName,
        Act act,
        LocalDateTime happenedAt,
        DeliveryState state,
        int attempts,
        String answer) {}
