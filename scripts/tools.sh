# What ./onewindow and ./verify share: the tools they need, from Debian's packages. Sourced, not run.

# Chinese in names and on the terminal, whatever the machine's locale is.
export LC_ALL=C.UTF-8

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

say() { printf '%s\n' "$*" >&2; }

# Installs packages as root; says the command to anybody else, and fails.
install_packages() {
  if [ "$(id -u)" != 0 ]; then
    say "缺少软件包，请先运行 / Packages are missing; run first:  sudo apt-get install --no-install-recommends $*"
    return 1
  fi
  say "正在安装 / Installing: $*"
  apt-get update -q >/dev/null &&
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >/dev/null || {
    say "安装失败 / The installation failed:  apt-get install --no-install-recommends $*"
    return 1
  }
}

# The major release of the given java or javac; 0 if there is none.
release_of() {
  local words
  words=$("$1" -version 2>&1) || { echo 0; return; }
  sed -n '1s/^[^0-9]*\([0-9]*\).*/\1/p' <<<"$words"
}

need_jdk_and_maven() {
  local missing=()
  [ "$(release_of "$javac")" -ge 17 ] || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}" || exit 1
  [ "$(release_of "$javac")" -ge 17 ] || {
    say "需要 JDK 17 或更新版本，而 $javac 不是：请设置 JAVA_HOME / $javac is no JDK 17 or newer: set JAVA_HOME."
    exit 1
  }
}
