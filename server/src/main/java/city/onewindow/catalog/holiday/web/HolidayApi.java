package city.onewindow.catalog.holiday.web;

import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.HolidayNotice;
import city.onewindow.catalog.holiday.HolidayNotices;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The days that are not what their weekdays say, by year of the State Council's notice. */
@RestController
@RequestMapping("/api/holidays")
@PreAuthorize("hasRole('MANAGER')")
@Tag(name = "holidays", description = "放假安排")
class HolidayApi {

    private final HolidayNotices notices;

    HolidayApi(HolidayNotices notices) {
        this.notices = notices;
    }

    /** @param text the notice as published, from its title to the last holiday */
    record NoticeText(@Nullable String text) {}

    @Operation(summary = "What a year's notice names; empty if it wasn't taken in yet")
    @GetMapping("/{year}")
    List<Holiday> year(@PathVariable int year) {
        return notices.years().getOrDefault(year, List.of());
    }

    @Operation(summary = "Take a year's notice in; the same again changes nothing")
    @PutMapping("/{year}")
    List<Holiday> take(@PathVariable int year, @RequestBody NoticeText body, Actor actor) {
        String text = Objects.requireNonNullElse(body.text(), "");
        int said = HolidayNotice.of(text).year();
        if (said != 0 && said != year) {
            throw new Problem.InvalidInput("/text", "这是 " + said + " 年的通知，不是 " + year + " 年的。");
        }
        return notices.take(text, actor).days();
    }
}
