package city.onewindow.launch;

import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Workplaces;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives every desk of the content its demo account, where the house is open for demonstration. */
@Component
class DemoStaff {

    private final DemoAccounts accounts;
    private final Workplaces workplaces;

    DemoStaff(DemoAccounts accounts, Workplaces workplaces) {
        this.accounts = accounts;
        this.workplaces = workplaces;
    }

    /** At the start, when the shipped content is there, and after each import: what is missing is made. */
    @EventListener(ApplicationStartedEvent.class)
    void hire() {
        accounts.create(workplaces.departments(), workplaces.windows());
    }
}
