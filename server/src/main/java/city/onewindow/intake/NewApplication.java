package city.onewindow.intake;

import city.onewindow.catalog.ErrandChoice;

/** What begins an application: what was picked and whose it is. */
public record NewApplication(ErrandChoice choice, Applicant applicant) {}
