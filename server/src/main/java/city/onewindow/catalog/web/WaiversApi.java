package city.onewindow.catalog.web;

import city.onewindow.catalog.lint.Waiver;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.identity.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why findings are let stand, by those who keep what they are about. */
@RestController
@RequestMapping("/api/waivers")
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER')")
@Tag(name = "quality", description = "目录质量")
class WaiversApi {

    private final Waivers waivers;
    private final FoundFindings findings;

    WaiversApi(Waivers waivers, FoundFindings findings) {
        this.waivers = waivers;
        this.findings = findings;
    }

    /**
     * Why one finding is let stand.
     *
     * @param revision in which it was found; null for the published catalog
     */
    record Waiving(@Nullable String reason, @Nullable Long revision) {}

    @Operation(summary = "Let a finding stand; the same again changes nothing")
    @PutMapping("/{finding}")
    Waiver waive(@PathVariable String finding, @RequestBody Waiving body, Actor actor) {
        String reason = Objects.requireNonNullElse(body.reason(), "");
        return waivers.waive(findings.get(finding, body.revision(), actor), reason, actor);
    }

    @Operation(summary = "Take a waiver back: the finding is open again")
    @DeleteMapping("/{finding}")
    Waiver revoke(@PathVariable String finding, Actor actor) {
        return waivers.revoke(finding, actor);
    }
}
