package city.onewindow.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import city.onewindow.audit.Audit;
import city.onewindow.frame.Kiosk;
import city.onewindow.kernel.Centre;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Two ways in, the API and the pages; both shut unless {@link PublicPaths} or a sign-in opens them. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; " + "base-uri 'self'; form-action 'self'; ";

    private static final String NOT_FRAMED = CONTENT_POLICY + "frame-ancestors 'none'";

    /** Stands beside what one edits, within that page and nobody else's. */
    private static final RequestMatcher BESIDE =
            PathPatternRequestMatcher.withDefaults().matcher("/revisions/*/beside");

    private static final String DEVICE_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    /** Programs: each call brings its credentials, so there is no session and nothing that a forged request could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiSignIn signIn, ApiRefusal refusal) {
        return http.securityMatcher("/api/**")
                .authenticationManager(new ProviderManager(signIn))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .exceptionHandling(on -> on.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers(headers, NOT_FRAMED).frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .authorizeHttpRequests(request -> request.requestMatchers(HttpMethod.GET, PublicPaths.API)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, PublicPaths.API_RECKONING)
                        .permitAll()
                        .requestMatchers(PublicPaths.API_ONLINE)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Guides within other websites: without session, cookie or form, so a page around them has nothing to trick anybody into. */
    @Bean
    @Order(2)
    SecurityFilterChain embedded(HttpSecurity http) {
        return http.securityMatcher(PublicPaths.EMBEDDED)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers(headers, CONTENT_POLICY + "frame-ancestors *")
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable))
                .authorizeHttpRequests(request -> request.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** People. Visitors who don't sign in have no session: their CSRF token and the page they wanted lie in cookies. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            PageSignIn signIn,
            Audit audit,
            Centre centre,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        PageEntry entry = new PageEntry(handlers);
        CookieRequestCache wanted = wantedPage(entry);
        return http.authenticationManager(new ProviderManager(signIn))
                .formLogin(form -> form.loginPage(PageEntry.SIGN_IN)
                        .usernameParameter("name")
                        .successHandler(new AfterSignIn(wanted))
                        .failureHandler(new ForwardAuthenticationFailureHandler("/sign-in/refused")))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signed-out")
                        .addLogoutHandler(audited(audit)))
                .exceptionHandling(on -> on.authenticationEntryPoint(entry))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .requestCache(cache -> cache.requestCache(wanted))
                .headers(headers -> headers(headers)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .addHeaderWriter(SecurityConfiguration::framing))
                .authorizeHttpRequests(
                        request -> request.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(PublicPaths.PAGES)
                                .permitAll()
                                .anyRequest()
                                .access((who, where) -> signedInHere(who, where.getRequest(), centre)))
                .build();
    }

    /** Writes sessions with PostgreSQL's own upsert, so that two requests of one session don't trip over each other. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> postgresSessions() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Never at a self-service terminal, whoever sits there: the next one does, too. */
    private static AuthorizationDecision signedInHere(
            Supplier<? extends @Nullable Authentication> who, HttpServletRequest request, Centre centre) {
        Authentication signedIn = who.get();
        return new AuthorizationDecision(!Kiosk.isOn(request)
                && signedIn != null
                && signedIn.isAuthenticated()
                && signedIn.getPrincipal() instanceof SignedIn principal
                && principal.region().equals(centre.region()));
    }

    private static LogoutHandler audited(Audit audit) {
        return (request, response, signedIn) -> {
            if (signedIn != null) {
                audit.record(signedIn.getName(), "sign-out", signedIn.getName(), "page");
            }
        };
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** Only whole pages are worth coming back to. */
    private static CookieRequestCache wantedPage(PageEntry entry) {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(entry::isPage);
        return cache;
    }

    private static void framing(HttpServletRequest request, HttpServletResponse response) {
        boolean beside = BESIDE.matches(request);
        response.setHeader("Content-Security-Policy", beside ? CONTENT_POLICY + "frame-ancestors 'self'" : NOT_FRAMED);
        response.setHeader("X-Frame-Options", beside ? "SAMEORIGIN" : "DENY");
    }

    private static HeadersConfigurer<HttpSecurity> headers(HeadersConfigurer<HttpSecurity> headers, String content) {
        return headers(headers).contentSecurityPolicy(policy -> policy.policyDirectives(content));
    }

    private static HeadersConfigurer<HttpSecurity> headers(HeadersConfigurer<HttpSecurity> headers) {
        return headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(DEVICE_POLICY))
                .httpStrictTransportSecurity(withDefaults());
    }
}
