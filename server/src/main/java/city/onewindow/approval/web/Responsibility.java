package city.onewindow.approval.web;

import city.onewindow.approval.CaseFile;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.frame.Fact;
import city.onewindow.identity.Accounts;
import city.onewindow.intake.Receipts;
import java.util.List;
import org.springframework.stereotype.Component;

/** 首问责任、首办责任: who answers for a case from its first day to its last, for the staff's pages only: it names the clerk. */
@Component
class Responsibility {

    private final Accounts accounts;
    private final Catalogs catalogs;
    private final Receipts receipts;

    Responsibility(Accounts accounts, Catalogs catalogs, Receipts receipts) {
        this.accounts = accounts;
        this.catalogs = catalogs;
        this.receipts = receipts;
    }

    List<Fact> facts(CaseFile file) {
        String window =
                catalogs.window(file.edition(), file.window()).map(Window::name).orElse(file.window());
        String clerk = file.isAcceptedBySilence()
                ? receipts.clerk(file.number())
                        .map(account -> accounts.displayName(account) + "收件，视为受理")
                        .orElse("视为受理")
                : accounts.displayName(file.acceptedBy());
        return List.of(
                new Fact("首问责任", clerk + "（" + window + "）"),
                new Fact("首办责任", catalogs.departmentNames(file.edition()).apply(file.leadDepartment())));
    }
}
