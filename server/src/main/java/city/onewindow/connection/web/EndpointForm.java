package city.onewindow.connection.web;

import city.onewindow.connection.Endpoint;
import city.onewindow.connection.Signing;
import org.jspecify.annotations.Nullable;

/** An endpoint as typed; every part may be missing. */
record EndpointForm(
        @Nullable String url,
        @Nullable Signing signing,
        @Nullable Boolean newSecret) {

    static final EndpointForm BLANK = new EndpointForm("", null, false);

    static EndpointForm of(Endpoint endpoint) {
        return new EndpointForm(endpoint.url(), endpoint.signing(), false);
    }
}
