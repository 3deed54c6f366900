# Sourced by packaging/run, packaging/test and packaging/shell.
#
# Gives them `prepare`, which makes sure that everything in packaging/packages is there, and `inside CMD…`,
# which runs a command with it. There are two ways, chosen by themselves:
#   native  a system whose own apt offers Qt 6.8 and KSyntaxHighlighting 6 (Debian 13 and newer);
#   root    any other system with apt: a Debian 13 root in the user's cache, entered with bubblewrap.
# Everything said goes to standard error; standard output belongs to the command.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
packages=$(sed -e 's/#.*//' "$project/packaging/packages" | xargs)
cache=${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/skein

say() { printf 'skein: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else die "this needs the Debian packages that are missing, and neither root nor sudo is at hand. Ask an administrator to run: $*"
    fi
}

# Installs packages on this system with its own apt; quiet unless it fails.
install_here() {
    local log; log=$(mktemp)
    if ! { as_root env DEBIAN_FRONTEND=noninteractive apt-get update &&
           as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null
    then tail -n 20 "$log" >&2; rm -f "$log"; die "apt-get could not install: $*"
    fi
    rm -f "$log"
}

installed_here() { # true when every named Debian package is installed
    command -v dpkg-query >/dev/null || return 1
    [ "$(dpkg-query -W -f '${db:Status-Status}\n' "$@" 2>/dev/null | grep -c '^installed$')" = "$#" ]
}

# The suite decides, not what the package lists happen to hold before the first `apt-get update`.
offers_qt68() {
    local version
    version=$(apt-cache policy qt6-declarative-dev 2>/dev/null | sed -n 's/^ *Candidate: //p')
    if [ -z "$version" ] || [ "$version" = "(none)" ]; then
        # shellcheck disable=SC1091
        . /etc/os-release 2>/dev/null
        [ "${ID:-}" = debian ] && { [ -z "${VERSION_ID:-}" ] || [ "${VERSION_ID%%.*}" -ge 13 ]; }
        return
    fi
    dpkg --compare-versions "$version" ge 6.8
}

# A private apt source for Debian 13 made from the host's own mirror; empty to let mmdebstrap choose.
trixie_source() {
    local uri
    uri=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN)' 2>/dev/null | sed -n 's/ Debian$//p' | grep -v security | head -n 1)
    if [ -n "$uri" ]; then echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${uri%/} trixie main"; fi
}

make_root() { # make_root FOLDER: a Debian 13 root that the user owns; complete or not there at all
    local target=$1 work log mode source tools=()
    command -v mmdebstrap >/dev/null || tools+=(mmdebstrap)
    command -v bwrap >/dev/null || tools+=(bubblewrap)
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || tools+=(debian-archive-keyring)
    mode=root
    if [ "$(id -u)" != 0 ]; then
        mode=unshare
        command -v newuidmap >/dev/null || tools+=(uidmap)
    fi
    if [ ${#tools[@]} -gt 0 ]; then
        say "installing ${tools[*]} …"
        install_here "${tools[@]}"
    fi
    if [ $mode = unshare ] && ! grep -q "^\($(id -un)\|$(id -u)\):" /etc/subuid 2>/dev/null; then
        die "making a Debian 13 root as an ordinary user needs a range in /etc/subuid and /etc/subgid; as root run: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
    fi
    say "preparing a Debian 13 root (about a minute, about 1 GB, once) in $target …"
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/new-root.XXXXXX"); log=$work.log
    source=$(trixie_source)
    # A tar between the two steps makes the user the owner of every file, whatever mode made it.
    if ! mmdebstrap --quiet --mode=$mode --variant=apt --include="${packages// /,}" \
            --aptopt='Acquire::Languages "none"' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
            trixie - ${source:+"$source"} 2>"$log" </dev/null |
         tar -x -C "$work" --no-same-owner --exclude='./dev/*' 2>>"$log"
    then tail -n 20 "$log" >&2; rm -rf "$work" "$log"; die "the Debian 13 root could not be made; the lines above say why. Nothing was left behind."
    fi
    rm -f "$log"
    mkdir -p "$work/run" "$work/proc" "$work/sys" "$work/dev"
    for file in resolv.conf hosts passwd group machine-id; do [ -e "$work/etc/$file" ] || : >"$work/etc/$file"; done
    rm -f "$work/etc/resolv.conf"; : >"$work/etc/resolv.conf"
    mv "$work" "$target"
}

# Chooses the way and makes it ready. Quick when it already is.
prepare() {
    if [ -n "${SKEIN_INSIDE:-}" ]; then way=native; return; fi
    root=$cache/debian13-$(printf '%s' "$packages" | sha256sum | cut -c 1-12)
    # A root that is there was made for this very list by this very user: the quick answer.
    if [ -d "$root" ] && command -v bwrap >/dev/null; then way=root; return; fi
    # shellcheck disable=SC2086
    if installed_here $packages; then way=native; return; fi
    command -v apt-get >/dev/null || die "this system has no apt. Install the equivalents of the packages in packaging/packages (Qt 6.8 or newer), then use CMake directly: cmake --preset release"
    if offers_qt68; then
        way=native
        say "installing the Debian packages that are missing …"
        # shellcheck disable=SC2086
        install_here $packages
        return
    fi
    way=root
    if [ ! -d "$root" ]; then
        mkdir -p "$cache"
        exec 8>"$cache/lock"
        flock 8                                # two scripts started at once make one root
        [ -d "$root" ] || make_root "$root"
        exec 8>&-
    elif ! command -v bwrap >/dev/null; then
        say "installing bubblewrap …"; install_here bubblewrap
    fi
}

# Runs a command in the prepared environment, from the current folder.
inside() {
    export PATH=$project/build/bin:$PATH SKEIN_PROJECT=$project
    if [ "$way" = native ]; then SKEIN_INSIDE=1 "$@"; return; fi
    local binds=() folder file
    # The host's own folders keep their names inside, so that any file a person names is found.
    for folder in /*; do
        case $folder in
            /bin|/boot|/dev|/etc|/lib*|/proc|/run|/sbin|/sys|/usr|/var|/lost+found|/initrd*|/vmlinuz*) ;;
            *) [ -d "$folder" ] && [ ! -L "$folder" ] && binds+=(--bind "$folder" "$folder") ;;
        esac
    done
    for folder in /var/tmp "${XDG_RUNTIME_DIR:-}"; do
        [ -n "$folder" ] && [ -d "$folder" ] && binds+=(--bind "$folder" "$folder")
    done
    for folder in "$HOME" "$project" "$PWD" "$cache"; do [ -d "$folder" ] && binds+=(--bind "$folder" "$folder"); done
    # A file named on the command line may lie under a folder that is not the host's own inside, such as /var or /etc.
    for file in "$@"; do
        case $file in /etc/*|/var/*|/usr/*|/run/*) [ -f "$file" ] && binds+=(--ro-bind "$file" "$file") ;; esac
    done
    for file in resolv.conf hosts passwd group machine-id; do
        [ -e "/etc/$file" ] && binds+=(--ro-bind "/etc/$file" "/etc/$file")
    done
    [ -e /dev/dri ] && binds+=(--dev-bind /dev/dri /dev/dri)
    bwrap --bind "$root" / --dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /run "${binds[@]}" \
          --setenv SKEIN_INSIDE 1 --setenv PATH "$project/build/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" \
          --setenv LC_ALL C.UTF-8 --chdir "$PWD" --die-with-parent -- "$@"
}

# Configures once and builds what changed. $1 the preset, then the targets.
build() {
    local preset=$1 log folder=$project/build; shift
    [ "$preset" = release ] || folder=$project/build/$preset
    cd "$project" || exit 1
    mkdir -p build; log=build/$preset.log
    if [ ! -e "$folder/build.ninja" ]; then
        say "configuring ($preset) …"
        inside cmake --preset "$preset" >"$log" 2>&1 || { tail -n 40 "$log" >&2; die "CMake could not configure the $preset build; the whole log is $log"; }
    fi
    say "building ($preset) …"
    if [ -t 2 ]; then
        inside cmake --build "$folder" ${1:+--target "$@"} >&2 || die "the $preset build failed"
    else
        inside cmake --build "$folder" ${1:+--target "$@"} >"$log" 2>&1 || { tail -n 60 "$log" >&2; die "the $preset build failed; the whole log is $log"; }
    fi
}
