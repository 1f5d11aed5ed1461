package city.onewindow.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the public finds this centre's pages; printed documents carry it for as long as their paper lasts. */
@Component
public class PublicAddress {

    private final String configured;

    /**
     * @param configured onewindow.base-url, such as https://zwfw.example.gov.cn; without it, which only a
     *     trial may be, the address under which the first reader came is taken
     */
    PublicAddress(@Value("${onewindow.base-url:}") String configured) {
        this.configured = configured.replaceAll("/+$", "");
    }

    /** @param path with its query, if any */
    public String of(String path) {
        if (!configured.isEmpty()) {
            return configured + path;
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes) {
            return ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path(path)
                    .build()
                    .toUriString();
        }
        return path;
    }
}
